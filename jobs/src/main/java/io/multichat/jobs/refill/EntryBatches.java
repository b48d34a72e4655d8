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
    private static final int MAX_ENTRIES = 1_000;
    private static final long MAX_BYTES = 4 * 1024 * 1024;

    private final Consumer<List<SinkEntry>> store;
    private final RefillProgress progress;
    private final List<SinkEntry> batch = new ArrayList<>();
    private long bytes;
    private long events;
    private long snapshots;
    private long refused;

    /** @param store writes entries as {@link io.multichat.sinks.core.SinkStore#write} does */
    EntryBatches(Consumer<List<SinkEntry>> store, RefillProgress progress) {
        this.store = store;
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
        if (batch.size() == MAX_ENTRIES || bytes >= MAX_BYTES) {
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
