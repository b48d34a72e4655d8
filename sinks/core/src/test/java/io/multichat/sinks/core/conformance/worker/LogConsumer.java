package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.conformance.history.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** A consumer of the log with {@code auto.offset.reset=earliest}, like that of a Connect worker. */
final class LogConsumer {
    private final Log log;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    private final Set<TopicPartition> paused;

    /** @param paused the partitions that are paused at any moment, a live view */
    LogConsumer(Log log, Set<TopicPartition> paused) {
        this.log = log;
        this.paused = paused;
    }

    /** Assigns a partition and returns the starting offset. */
    long assign(TopicPartition partition, long offset) {
        positions.put(partition, offset);
        seek(partition, offset);
        return positions.get(partition);
    }

    void unassign(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    /** Seeks to an offset; an offset out of range resets the position to the beginning of the log. */
    void seek(TopicPartition partition, long offset) {
        if (!positions.containsKey(partition)) {
            throw new IllegalStateException(partition + " is not assigned");
        }
        boolean known = offset >= log.start(partition) && offset <= log.end(partition);
        positions.put(partition, known ? offset : log.start(partition));
    }

    /** Some records, with partitions interleaved at random. */
    List<SinkRecord> poll(int most, Random random) {
        List<SinkRecord> batch = new ArrayList<>();
        List<Iterator<SinkRecord>> sources = new ArrayList<>();
        for (TopicPartition partition : positions.keySet()) {
            if (!paused.contains(partition)) {
                sources.add(log.from(partition, positions.get(partition)).iterator());
            }
        }
        while (batch.size() < most && !sources.isEmpty()) {
            Iterator<SinkRecord> source = sources.get(random.nextInt(sources.size()));
            if (!source.hasNext()) {
                sources.remove(source);
                continue;
            }
            SinkRecord next = source.next();
            batch.add(next);
            positions.put(new TopicPartition(next.topic(), next.kafkaPartition()), next.kafkaOffset() + 1);
        }
        return batch;
    }

    /** True if nothing is paused and nothing is left to read. */
    boolean isAtEnd() {
        return paused.isEmpty()
                && positions.entrySet().stream()
                        .allMatch(at -> log.from(at.getKey(), at.getValue()).isEmpty());
    }
}
