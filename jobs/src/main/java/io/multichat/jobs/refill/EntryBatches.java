package io.multichat.jobs.refill;

import io.multichat.events.InvalidEventException;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Collects entries and passes them to a store in batches of bounded size, as a sink does. What the store refuses is found by halving the
 * batch, and counted. Used by one thread.
 */
final class EntryBatches {
    private final Consumer<List<SinkEntry>> store;
    private final Limits limits;
    private final RefillProgress progress;
    private final List<SinkEntry> batch = new ArrayList<>();
    private long bytes;
    private long events;
    private long snapshots;
    private long refused;

    /**
     * The size of a batch, which ends with the entry that reaches a limit.
     *
     * @param entries number of entries
     * @param bytes total size of the events and snapshots
     */
    record Limits(int entries, long bytes) {}

    /** @param store writes entries as {@link io.multichat.sinks.core.SinkStore#write} does */
    EntryBatches(Consumer<List<SinkEntry>> store, Limits limits, RefillProgress progress) {
        this.store = store;
        this.limits = limits;
        this.progress = progress;
    }

    /** Adds an entry, or counts it as refused if it cannot be decoded. */
    void add(Supplier<SinkEntry> decoding) {
        SinkEntry entry;
        try {
            entry = decoding.get();
        } catch (InvalidEventException e) {
            refused++;
            return;
        }
        batch.add(entry);
        bytes += entry.value().length;
        if (entry instanceof SinkEntry.Snapshot) {
            snapshots++;
        } else {
            events++;
        }
        if (batch.size() >= limits.entries() || bytes >= limits.bytes()) {
            flush();
        }
    }

    /** Passes the rest to the store. */
    void flush() {
        if (!batch.isEmpty()) {
            write(List.copyOf(batch));
            batch.clear();
            bytes = 0;
            progress.at(events + snapshots);
        }
    }

    RefillReport report() {
        return new RefillReport(events, snapshots, refused);
    }

    private void write(List<SinkEntry> entries) {
        try {
            store.accept(entries);
        } catch (StoreException e) {
            if (e.verdict() != StoreException.Verdict.REPORT) {
                throw e;
            }
            if (entries.size() == 1) {
                refused++;
                return;
            }
            int half = entries.size() / 2;
            write(entries.subList(0, half));
            write(entries.subList(half, entries.size()));
        }
    }
}
