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

/** A consumer of a log, with {@code auto.offset.reset=earliest}, as Connect's own is. */
final class LogConsumer {
    private final Log log;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    private final Set<TopicPartition> paused;

    /** @param paused the partitions that are paused at any moment, a live view */
    LogConsumer(Log log, Set<TopicPartition> paused) {
        this.log = log;
        this.paused = paused;
    }

    /** Gives where it begins. */
    long assign(TopicPartition partition, long offset) {
        positions.put(partition, offset);
        seek(partition, offset);
        return positions.get(partition);
    }

    void unassign(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    /** An offset that the log does not have, or not any more, leads to its beginning. */
    void seek(TopicPartition partition, long offset) {
        if (!positions.containsKey(partition)) {
            throw new IllegalStateException(partition + " is not assigned");
        }
        boolean known = offset >= log.start(partition) && offset <= log.end(partition);
        positions.put(partition, known ? offset : log.start(partition));
    }

    /** Some records, those of different partitions mixed in any way. */
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

    /** True when nothing is paused and nothing is left to read. */
    boolean isAtEnd() {
        return paused.isEmpty()
                && positions.entrySet().stream()
                        .allMatch(at -> log.from(at.getKey(), at.getValue()).isEmpty());
    }
}
