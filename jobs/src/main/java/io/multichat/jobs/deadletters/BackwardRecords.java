package io.multichat.jobs.deadletters;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The records of one partition, newest first, read in pieces. For one thread. */
final class BackwardRecords<T> {
    private static final int PIECE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition source;
    private final Function<ConsumerRecord<byte[], byte[]>, T> kept;
    private final long begin;
    private final Deque<Item<T>> piece = new ArrayDeque<>();
    private long unread;
    private long end;

    /**
     * A record, reduced to what is needed of it.
     *
     * @param timestamp the time of the record, UTC milliseconds
     */
    record Item<T>(long offset, long timestamp, T value) {}

    /**
     * @param begin the first offset
     * @param end the offset before which the reading begins
     * @param kept what is kept of a record in memory
     */
    BackwardRecords(
            Consumer<byte[], byte[]> consumer,
            TopicPartition source,
            long begin,
            long end,
            Function<ConsumerRecord<byte[], byte[]>, T> kept) {
        this.consumer = consumer;
        this.source = source;
        this.begin = begin;
        this.end = Math.max(begin, end);
        this.kept = kept;
        unread = this.end;
    }

    /** The newest record that was not taken; empty if there is none left. */
    Optional<Item<T>> peek() {
        while (piece.isEmpty() && unread > begin) {
            read();
        }
        return Optional.ofNullable(piece.peek());
    }

    /** Takes the newest record. */
    void take() {
        end = piece.remove().offset();
    }

    /** The offset before which everything is still to be taken. */
    long end() {
        return end;
    }

    /** True if nothing is left; may be false although only gaps between records are left. */
    boolean isEmpty() {
        return piece.isEmpty() && unread <= begin;
    }

    private void read() {
        long to = unread;
        long from = Math.max(begin, to - PIECE);
        consumer.assign(List.of(source));
        consumer.seek(source, from);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(source) < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.offset() < to) {
                    piece.push(new Item<>(record.offset(), record.timestamp(), kept.apply(record)));
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException(source + " cannot be read within " + PATIENCE.toSeconds() + " s");
            }
        }
        unread = from;
    }
}
