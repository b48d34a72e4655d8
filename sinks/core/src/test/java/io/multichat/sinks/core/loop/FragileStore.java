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
 * A store in memory that writes entry by entry, without transactions, and fails on demand. Its entries are in the order of
 * their last write.
 */
final class FragileStore implements Consumer<List<SinkEntry>> {
    private final Map<Long, SinkEntry> entries = new LinkedHashMap<>();
    private final Set<Long> unwritable = new HashSet<>();
    private StoreException.Verdict failure;
    private int failsAfter = Integer.MAX_VALUE;
    private int writes;

    /** Rejects the entry at this offset permanently. */
    void refuse(long offset) {
        unwritable.add(offset);
    }

    /** Fails on every entry after the next {@code entries}, until {@link #recover()}. */
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
                throw new StoreException(failure, "the store is unavailable", new IllegalStateException("injected"));
            }
            if (unwritable.contains(offset)) {
                throw new StoreException(
                        StoreException.Verdict.REPORT,
                        "entry " + offset + " is rejected",
                        new IllegalStateException("injected"));
            }
            entries.remove(offset);
            entries.put(offset, entry);
        }
    }

    /** The offsets of its entries. */
    List<Long> offsets() {
        return List.copyOf(entries.keySet());
    }

    /** The number of write calls. */
    int writes() {
        return writes;
    }
}
