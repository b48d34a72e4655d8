package io.multichat.sinks.archive.erase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The erasures of a chain that are not applied yet, and the times of the lines that each may change, so that only segments of these times
 * are read. The times are in memory: after a crash, all that the erasures cover is looked at. Used by one thread.
 */
final class PendingErasures {
    private final Map<ErasureNote, Times> times = new LinkedHashMap<>();

    /** From one time until another, both included, UTC milliseconds. */
    private record Times(long from, long until) {
        Times with(Times other) {
            return new Times(Math.min(from, other.from), Math.max(until, other.until));
        }
    }

    /** Adds an erasure. */
    void add(ErasureNote note) {
        put(note, new Times(note.marker().from(), note.marker().until()));
    }

    /** Adds an erasure that is applied, except to the new versions of a message. */
    void addAt(ErasureNote note, long sentAt) {
        put(note, new Times(sentAt, sentAt));
    }

    private void put(ErasureNote note, Times concerned) {
        times.merge(note, concerned, Times::with);
    }

    Set<ErasureNote> notes() {
        return times.keySet();
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    void clear() {
        times.clear();
    }

    /** The first time that is concerned, UTC milliseconds. */
    long from() {
        return times.values().stream().mapToLong(Times::from).min().orElse(Long.MAX_VALUE);
    }

    /** The last time that is concerned, UTC milliseconds. */
    long until() {
        return times.values().stream().mapToLong(Times::until).max().orElse(Long.MIN_VALUE);
    }
}
