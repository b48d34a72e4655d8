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
 * The one way in which records of a task reach its store: decode, write in order, report what can never be written.
 *
 * <p>A record that cannot be decoded, or that the store refuses for good (found by halving the batch), goes to the errant
 * record reporter and holds up no other. Reports come after all writes, so that a batch that the store throws back, however
 * often, has reported nothing; and they have arrived when {@link #deliver} returns. Keeps nothing between calls. Used by one
 * thread.
 */
final class Delivery {
    private final EntryDecoder decoder;
    private final Consumer<List<SinkEntry>> store;
    private final ConfirmedReports reports;

    /**
     * @param store writes as {@link SinkStore#write} does
     * @param reporter null when the worker has none: a poison record then fails the task instead of vanishing. One that is not
     *     null may do no more than log: whether there is a dead-letter queue behind it cannot be seen here
     */
    Delivery(EntryDecoder decoder, Consumer<List<SinkEntry>> store, ErrantRecordReporter reporter) {
        this.decoder = decoder;
        this.store = store;
        this.reports = new ConfirmedReports(reporter);
    }

    /**
     * Delivers a batch; afterwards every record of it is written or reported. Waits for reports, two minutes at most.
     *
     * @return how many were reported
     * @throws StoreException with the verdict RETRY or STOP when the store did not take the batch, or RETRY when reports did
     *     not arrive; deliver it again, which may report again only in the latter case
     * @throws ConnectException when a record must be reported and nobody takes reports, or its report failed; all others are
     *     written
     */
    int deliver(Collection<SinkRecord> records) {
        List<SinkEntry> entries = new ArrayList<>(records.size());
        List<SinkRecord> sources = new ArrayList<>(records.size());
        List<PoisonRecord> poison = new ArrayList<>();
        for (SinkRecord record : records) {
            try {
                entries.add(decoder.decode(record));
                sources.add(record);
            } catch (InvalidEventException e) {
                poison.add(new PoisonRecord(record, e));
            }
        }
        if (!entries.isEmpty()) {
            write(entries, sources, poison);
        }
        reports.report(poison);
        return poison.size();
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
