package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store in memory that writes entry by entry, without transactions, and fails as it is told to. What it holds is in the
 * order in which it was written last.
 */
final class FragileStore implements Consumer<List<SinkEntry>> {
    private final Map<Long, SinkEntry> entries = new LinkedHashMap<>();
    private final Set<Long> unwritable = new HashSet<>();
    private StoreException.Verdict failure;
    private int failsAfter = Integer.MAX_VALUE;
    private int writes;

    /** The entry at that offset is refused for good. */
    void refuse(long offset) {
        unwritable.add(offset);
    }

    /** Every entry beyond the next {@code entries} fails the store, until {@link #recover()}. */
    void failAfter(int entries, StoreException.Verdict verdict) {
        failsAfter = entries;
        failure = verdict;
    }

    void recover() {
        failsAfter = Integer.MAX_VALUE;
    }

    @Override
    public void accept(List<SinkEntry> batch) {
        writes++;
        for (SinkEntry entry : batch) {
            long offset = entry.origin().offset();
            if (failsAfter != Integer.MAX_VALUE && failsAfter-- <= 0) {
                throw new StoreException(failure, "the store is away", new IllegalStateException("injected"));
            }
            if (unwritable.contains(offset)) {
                throw new StoreException(
                        StoreException.Verdict.REPORT,
                        "entry " + offset + " is refused",
                        new IllegalStateException("injected"));
            }
            entries.remove(offset);
            entries.put(offset, entry);
        }
    }

    /** The offsets of what it holds. */
    List<Long> offsets() {
        return List.copyOf(entries.keySet());
    }

    /** How often it was asked to write. */
    int writes() {
        return writes;
    }
}
