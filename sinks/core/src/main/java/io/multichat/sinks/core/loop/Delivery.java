package io.multichat.sinks.core.loop;

import io.multichat.events.InvalidEventException;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Delivers batches to a store: decodes the records, writes them in order, and reports those that can never be written.
 *
 * <p>A record that cannot be decoded, or that the store rejects permanently (found by halving the batch), goes to the
 * errant-record reporter and does not block the others. Records are reported after all writes, so a batch that the store
 * sends back has reported nothing yet; when {@link #deliver} returns, all reports are confirmed. Keeps no state between
 * calls. Used by one thread.
 */
final class Delivery {
    private final EntryDecoder decoder;
    private final Consumer<List<SinkEntry>> store;
    private final ConfirmedReports reports;

    /**
     * Creates a delivery.
     *
     * @param store writes entries as {@link SinkStore#write} does
     * @param reporter null if the worker has none; a poison record then fails the task. A reporter without a dead-letter queue
     *     only logs, which cannot be detected here
     */
    Delivery(EntryDecoder decoder, Consumer<List<SinkEntry>> store, ErrantRecordReporter reporter) {
        this.decoder = decoder;
        this.store = store;
        this.reports = new ConfirmedReports(reporter);
    }

    /**
     * Delivers a batch: on return, every record is written or reported. Waits up to two minutes for the reports.
     *
     * @return the number of reported records
     * @throws StoreException with the verdict RETRY or STOP if the store did not accept the batch, or RETRY if reports were not
     *     confirmed; the batch must be delivered again, and only in the latter case may a record be reported twice
     * @throws ConnectException if a record must be reported and there is no reporter, or its report failed; all other records are
     *     written
     */
    int deliver(Collection<SinkRecord> records) {
        return deliver(decode(records));
    }

    /** Delivers a batch that is already decoded; see {@link #deliver(Collection)}. */
    int deliver(DecodedBatch batch) {
        List<PoisonRecord> poison = new ArrayList<>(batch.poison());
        if (!batch.entries().isEmpty()) {
            write(batch.entries(), batch.sources(), poison);
        }
        reports.report(poison);
        return poison.size();
    }

    /** Decodes records. Does not access the store, and may run while the store writes. */
    DecodedBatch decode(Collection<SinkRecord> records) {
        DecodedBatch batch =
                new DecodedBatch(new ArrayList<>(records.size()), new ArrayList<>(records.size()), new ArrayList<>());
        for (SinkRecord record : records) {
            try {
                batch.entries().add(decoder.decode(record));
                batch.sources().add(record);
            } catch (InvalidEventException e) {
                batch.poison().add(new PoisonRecord(record, e));
            }
        }
        return batch;
    }

    private void write(List<SinkEntry> entries, List<SinkRecord> sources, List<PoisonRecord> poison) {
        try {
            store.accept(entries);
        } catch (StoreException e) {
            if (e.verdict() != StoreException.Verdict.REPORT) {
                throw e;
            }
            if (entries.size() == 1) {
                poison.add(new PoisonRecord(sources.get(0), e));
                return;
            }
            int half = entries.size() / 2;
            write(entries.subList(0, half), sources.subList(0, half), poison);
            write(entries.subList(half, entries.size()), sources.subList(half, sources.size()), poison);
        }
    }
}
