package io.multichat.server.progress;

import io.multichat.server.publish.PublishedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** Finds out whether a tier holds what came of published events. Thread-safe. */
public final class WrittenEvents {
    // So that a client that asks again continues where it was; small, because most events are asked for once.
    private static final int MOST_REMEMBERED = 10_000;

    private final TopicOffsets topics;
    private final StorePositions stores;
    private final Supplier<ProgressReport> progress;
    private final Map<PublishedEvent, WrittenEvent> events = new LinkedHashMap<>();

    /** @param progress throws {@link io.multichat.reading.StoreException} while an instance cannot be asked */
    public WrittenEvents(TopicOffsets topics, StorePositions stores, Supplier<ProgressReport> progress) {
        this.topics = topics;
        this.stores = stores;
        this.progress = new SharedReport(progress);
    }

    /**
     * Requires that these are tokens of events.
     *
     * @throws IllegalArgumentException if one names no event; the message names the token
     */
    public void requirePublished(List<PublishedEvent> tokens) {
        for (PublishedEvent token : tokens) {
            if (isRemembered(token)) {
                continue;
            }
            if (!topics.inputTopics().contains(token.topic())) {
                throw refused(token, "events are read from " + String.join(", ", topics.inputTopics()));
            }
            OptionalLong end = topics.end(new TopicPartition(token.topic(), token.partition()));
            if (end.isEmpty()) {
                throw refused(token, "the topic has no such partition");
            }
            if (token.offset() >= end.getAsLong()) {
                throw refused(token, "the partition ends at offset " + end.getAsLong());
            }
        }
    }

    /**
     * The events that may be in a partition of the state: its own, and those of other partitions that were sent to the partition of
     * their conversation. The counts of the partition say whether it has processed them.
     *
     * @throws BehindException if the topology has not read an event of another partition
     */
    public List<PublishedEvent> maybeIn(int partition, List<PublishedEvent> tokens) {
        boolean areOwn = tokens.stream().allMatch(token -> token.partition() == partition);
        if (areOwn) {
            return tokens;
        }
        ProgressReport report = progress.get();
        return tokens.stream()
                .filter(token -> token.partition() == partition
                        || remembered(token).decided(report).sentHome() > 0)
                .toList();
    }

    /**
     * Requires that the topology has committed these events. Only then do its counts speak of them, and not of a topic with the same name
     * that was deleted.
     *
     * @return false if that was not known before this call: what was read before may lack them
     * @throws BehindException if the topology has not
     */
    public boolean requireCommitted(List<PublishedEvent> tokens) {
        boolean wereKnown = true;
        for (PublishedEvent token : tokens) {
            wereKnown &= remembered(token).requireCommitted(topics);
        }
        return wereKnown;
    }

    /** The demand that the stores hold what came of these events; for one thread. */
    public StoreDemand demand(List<PublishedEvent> tokens) {
        return new DemandedEvents(tokens, token -> remembered(token).output(topics, progress), stores);
    }

    private synchronized boolean isRemembered(PublishedEvent token) {
        return events.containsKey(token);
    }

    private synchronized WrittenEvent remembered(PublishedEvent token) {
        if (events.size() >= MOST_REMEMBERED && !events.containsKey(token)) {
            events.remove(events.keySet().iterator().next());
        }
        return events.computeIfAbsent(token, WrittenEvent::new);
    }

    private static IllegalArgumentException refused(PublishedEvent token, String why) {
        return new IllegalArgumentException("min-token is \"" + token + "\"; " + why);
    }
}
