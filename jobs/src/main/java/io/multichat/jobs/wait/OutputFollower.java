package io.multichat.jobs.wait;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads the output topics during a run of a job and counts the records that came from it, recognized by a header. It starts
 * shortly before the ends the topics had when it was created, reads committed records only and joins no consumer group.
 * Used by one thread.
 *
 * <p>It remembers offsets of records rather than the ends of partitions, since transaction markers have offsets too.
 */
final class OutputFollower implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(200);

    // A run that publishes only duplicates writes nothing, yet the sinks must have committed what was written before.
    // This many
    // offsets almost certainly contain a record.
    private static final long LOOK_BACK = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Header mark;
    private final BiConsumer<DeadLetter, byte[]> refused;
    private final Map<String, Long> deadLetters = new TreeMap<>();
    private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();
    private long accepted;

    /**
     * Starts shortly before the current ends of the partitions, so that it sees the last record of each.
     *
     * @param mark the header of the records to count
     * @param refused receives each of them that was refused: its headers and its value
     */
    OutputFollower(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Header mark,
            BiConsumer<DeadLetter, byte[]> refused) {
        this.refused = refused;
        this.consumer = consumer;
        this.mark = mark;
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LOOK_BACK)));
    }

    /** Reads for a fifth of a second. */
    void follow() {
        long end = System.nanoTime() + ROUND.toNanos();
        for (long left = ROUND.toNanos(); left > 0; left = end - System.nanoTime()) {
            consumer.poll(Duration.ofNanos(left)).forEach(this::count);
        }
    }

    /** Reads everything that is committed so far. */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(ROUND).forEach(this::count);
        }
    }

    ObservedOutput observed() {
        return new ObservedOutput(accepted, new TreeMap<>(deadLetters), Map.copyOf(lastOffsets));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        lastOffsets.put(new TopicPartition(record.topic(), record.partition()), record.offset());
        Header header = record.headers().lastHeader(mark.key());
        if (header == null || !Arrays.equals(header.value(), mark.value())) {
            return;
        }
        if (record.topic().equals(Topics.TRANSCRIPT)) {
            accepted++;
        } else if (record.topic().equals(Topics.DEAD_LETTERS)) {
            deadLetters.merge(reason(record), 1L, Long::sum);
        }
    }

    private String reason(ConsumerRecord<byte[], byte[]> record) {
        try {
            DeadLetter letter = DeadLetter.readFrom(record.headers());
            refused.accept(letter, record.value());
            return letter.reason().code();
        } catch (InvalidEventException e) {
            return "unknown";
        }
    }
}
