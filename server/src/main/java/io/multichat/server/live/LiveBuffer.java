package io.multichat.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest events of all logs, in the order in which they were read, so that a client that was away for a moment can continue. In
 * memory, bounded by number and bytes. Not thread-safe.
 */
final class LiveBuffer {
    private static final int MAX_EVENTS = 20_000;
    private static final long MAX_BYTES = 16L << 20;
    private static final int MAX_REPEATED = 1_500;
    private static final long MAX_REPEATED_BYTES = 2L << 20;

    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final Map<LiveLog, Long> first = new TreeMap<>();
    private final Map<LiveLog, Long> read = new TreeMap<>();
    private final TreeMap<LiveLog, Long> next = new TreeMap<>();
    private long bytes;

    /**
     * A log is read from an offset on. What a client begins with comes after its end, if this is the first time.
     *
     * @param from the first offset that is read
     * @param end the next offset that will be written
     * @return true if events of the log were skipped, or if it was created again: clients cannot continue
     */
    boolean start(LiveLog log, long from, long end) {
        Long known = read.get(log);
        if (known == null) {
            first.putIfAbsent(log, from);
            next.merge(log, end, Math::max);
            return false;
        }
        if (from <= known && known <= end) {
            return false;
        }
        events.removeIf(event -> event.log().equals(log));
        bytes = events.stream().mapToLong(event -> event.data().length).sum();
        first.put(log, from);
        read.put(log, from);
        next.put(log, from);
        return true;
    }

    /** Adds an event; returns false if it was read before. */
    boolean add(LiveEvent event) {
        if (event.offset() < read.getOrDefault(event.log(), 0L)) {
            return false;
        }
        events.add(event);
        bytes += event.data().length;
        first.putIfAbsent(event.log(), event.offset());
        read.put(event.log(), event.offset() + 1);
        next.merge(event.log(), event.offset() + 1, Math::max);
        if (event.erases()) {
            forget(event);
        }
        while (events.size() > MAX_EVENTS || (bytes > MAX_BYTES && events.size() > 1)) {
            LiveEvent dropped = events.remove();
            bytes -= dropped.data().length;
            first.put(dropped.log(), dropped.offset() + 1);
        }
        return true;
    }

    /** Drops what an erasure may cover. Clients that would have received it cannot continue, and load again. */
    private void forget(LiveEvent erasure) {
        events.removeIf(event -> event.log().equals(erasure.log())
                && event.conversation().equals(erasure.conversation())
                && event.offset() < erasure.offset());
        bytes = events.stream().mapToLong(event -> event.data().length).sum();
        first.put(erasure.log(), erasure.offset());
    }

    /** The position after the last event. */
    LivePosition position() {
        return new LivePosition(new TreeMap<>(next));
    }

    /**
     * The events after a position that a filter lets through.
     *
     * @param partitions the number of partitions of each topic
     * @return empty if some of them were dropped, or not read, or if there are more than a client can be sent at once
     */
    Optional<List<LiveEvent>> missed(LivePosition position, LiveFilter filter, int partitions) {
        boolean reachesBack = first.entrySet().stream()
                .filter(log -> filter.isIn(log.getKey(), partitions))
                .allMatch(log -> position.next().getOrDefault(log.getKey(), Long.MAX_VALUE) >= log.getValue());
        List<LiveEvent> missed = events.stream()
                .filter(event -> event.offset() >= position.next().getOrDefault(event.log(), 0L))
                .filter(filter::accepts)
                .toList();
        long size = missed.stream().mapToLong(event -> event.data().length).sum();
        boolean fits = missed.size() <= MAX_REPEATED && size <= MAX_REPEATED_BYTES;
        return reachesBack && fits ? Optional.of(missed) : Optional.empty();
    }
}
