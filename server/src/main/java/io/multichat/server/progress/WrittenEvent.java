package io.multichat.server.progress;

import io.multichat.server.publish.PublishedEvent;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topology made of one published event. Follows the event from the input topic to the output topics and remembers how far it
 * has come, so that a repeated question continues instead of starting again. Thread-safe.
 *
 * <p>Input offsets say nothing about output offsets. But once the fate of the event is decided and committed, and all changes made until
 * then are announced, everything that came of it is before the ends of the output topics.
 */
final class WrittenEvent {
    private final PublishedEvent event;
    private final TopicPartition source;
    private Optional<Map<TopicPartition, Long>> sentHome = Optional.empty();
    private boolean arrived;
    private OptionalLong decidedAt = OptionalLong.empty();
    private Optional<Map<TopicPartition, Long>> output = Optional.empty();

    WrittenEvent(PublishedEvent event) {
        this.event = event;
        this.source = new TopicPartition(event.topic(), event.partition());
    }

    /**
     * The offsets that a store of the output topics must have reached to hold what came of the event.
     *
     * @throws BehindException if these are not known yet
     */
    synchronized Map<TopicPartition, Long> output(TopicOffsets topics, Supplier<ProgressReport> progress) {
        if (output.isEmpty()) {
            ProgressReport report = progress.get();
            RecordCounts counts = decided(report);
            boolean staysHome = counts.sentHome() == 0;
            if (decidedAt.isEmpty()) {
                decidedAt = OptionalLong.of(staysHome ? report.now() : arrivedBefore(report, topics));
            }
            if (!report.announcedUntil(decidedAt.getAsLong())) {
                throw behind("announced the sessions of");
            }
            output = Optional.of(topics.afterOutput(outputPartitions(staysHome, topics.partitions())));
        }
        return output.get();
    }

    /**
     * The counts of the event's source partition.
     *
     * @throws BehindException if the topology has not read the event
     */
    RecordCounts decided(ProgressReport report) {
        RecordCounts counts = report.accounts().getOrDefault(source, RecordCounts.EMPTY);
        if (counts.nextOffset() <= event.offset()) {
            throw behind("processed");
        }
        return counts;
    }

    /**
     * The time of a report that was made after the topology had processed all events that it had sent to the partitions of their
     * conversations, of which this event may be one.
     */
    private long arrivedBefore(ProgressReport report, TopicOffsets topics) {
        if (arrived) {
            return report.now();
        }
        if (sentHome.isEmpty()) {
            sentHome = Optional.of(topics.afterSentHome());
        }
        Map<TopicPartition, Long> committed = topics.committed();
        arrived = sentHome.get().entrySet().stream()
                .allMatch(last -> committed.getOrDefault(last.getKey(), 0L) >= last.getValue());
        throw behind("processed");
    }

    /** An input topic may have more partitions than conversations need; nothing stays in those. */
    private Set<Integer> outputPartitions(boolean staysHome, int partitions) {
        return IntStream.range(0, partitions)
                .filter(partition -> !staysHome || partition == event.partition())
                .boxed()
                .collect(Collectors.toSet());
    }

    private BehindException behind(String done) {
        return new BehindException("the topology has not " + done + " " + event + " yet");
    }
}
