package io.multichat.topology.query;

import io.multichat.topology.settings.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * The age of the copies of the state on this instance. A copy is as old as the moment at which the changelog ended where the copy is
 * now; so where the changelog ends must be noted again and again. Thread-safe.
 */
public final class StandbyStaleness {
    private static final int MOST_NOTES = 600;
    private static final long NOTE_EVERY_MS = 200;

    private final Supplier<Map<Integer, Copy>> copies;
    private final LongSupplier clockMs;
    private final Map<Integer, Deque<End>> notes = new HashMap<>();

    /** Where a changelog ended; it may have ended before. */
    private record End(long atMs, long offset) {}

    /**
     * A local copy of a partition.
     *
     * @param position the offset after the last record of the changelog that it holds
     * @param end where the changelog ends
     */
    record Copy(long position, long end) {}

    /** @param clockMs a monotonic clock, in milliseconds */
    public StandbyStaleness(KafkaStreams streams, LongSupplier clockMs) {
        this(() -> copies(streams), clockMs);
    }

    /** @param clockMs a monotonic clock, in milliseconds */
    StandbyStaleness(Supplier<Map<Integer, Copy>> copies, LongSupplier clockMs) {
        this.copies = copies;
        this.clockMs = clockMs;
    }

    /** Notes where the changelogs end; call it about once a second. Does nothing while Kafka does not answer. */
    public void note() {
        measure();
    }

    /**
     * The greatest age that the local copy of a partition can have, in milliseconds; empty if it is not known, for example because
     * Kafka does not answer.
     */
    public OptionalLong ofCopy(int partition) {
        Copy copy = measure().get(partition);
        return copy == null ? OptionalLong.empty() : age(partition, copy.position());
    }

    private synchronized OptionalLong age(int partition, long position) {
        Iterator<End> newestFirst =
                notes.getOrDefault(partition, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            End end = newestFirst.next();
            if (end.offset() <= position) {
                return OptionalLong.of(Math.max(0, clockMs.getAsLong() - end.atMs()));
            }
        }
        return OptionalLong.empty();
    }

    private Map<Integer, Copy> measure() {
        long at = clockMs.getAsLong();
        try {
            Map<Integer, Copy> measured = copies.get();
            remember(at, measured);
            return measured;
        } catch (StreamsException | IllegalStateException e) {
            return Map.of();
        }
    }

    private synchronized void remember(long at, Map<Integer, Copy> measured) {
        notes.keySet().retainAll(measured.keySet());
        measured.forEach((partition, copy) -> {
            Deque<End> ends = notes.computeIfAbsent(partition, any -> new ArrayDeque<>());
            add(ends, new End(at, copy.end()));
        });
    }

    /** Many questions in a row must not push out older notes. */
    private static void add(Deque<End> ends, End newest) {
        End last = ends.pollLast();
        if (last != null && (ends.isEmpty() || newest.atMs() - ends.peekLast().atMs() >= NOTE_EVERY_MS)) {
            ends.addLast(last);
        }
        ends.addLast(newest);
        if (ends.size() > MOST_NOTES) {
            ends.removeFirst();
        }
    }

    private static Map<Integer, Copy> copies(KafkaStreams streams) {
        Map<Integer, Copy> copies = new HashMap<>();
        streams.allLocalStorePartitionLags()
                .getOrDefault(Names.STATE, Map.of())
                .forEach((partition, lag) ->
                        copies.put(partition, new Copy(lag.currentOffsetPosition(), lag.endOffsetPosition())));
        return copies;
    }
}
