package io.multichat.server.progress;

import io.multichat.server.publish.PublishedEvent;
import java.util.HashMap;
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

    /** The demand that the stores hold what came of these events; for one thread. */
    public StoreDemand demand(List<PublishedEvent> tokens) {
        return new StoreDemand() {
            private final Map<PublishedEvent, Map<TopicPartition, Long>> outputs = new HashMap<>();

            @Override
            public void prepare() {
                for (PublishedEvent token : tokens) {
                    if (!outputs.containsKey(token)) {
                        outputs.put(token, remembered(token).output(topics, progress));
                    }
                }
            }

            @Override
            public void require(String store) {
                Map<TopicPartition, Long> held = stores.of(store);
                outputs.forEach((token, output) -> requireReached(store, token, held, output));
            }
        };
    }

    private static void requireReached(
            String store, PublishedEvent token, Map<TopicPartition, Long> held, Map<TopicPartition, Long> output) {
        if (output.entrySet().stream().anyMatch(end -> held.getOrDefault(end.getKey(), 0L) < end.getValue())) {
            throw new BehindException(store + " does not hold " + token + " yet");
        }
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
