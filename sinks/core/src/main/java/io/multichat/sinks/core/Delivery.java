package io.multichat.sinks.core;

import io.multichat.events.InvalidEventException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The one way in which records of a task reach its store: decode, write in order, report what can never be written.
 *
 * <p>A record that cannot be decoded, or that the store refuses for good (found by halving the batch), goes to the errant
 * record reporter and holds up no other. Keeps nothing between calls. Used by one thread.
 */
public final class Delivery {
    private final EntryDecoder decoder;
    private final StoreWriter writer;
    private final ErrantRecordReporter reporter;

    /** @param reporter null when the worker has none: the first poison record then fails the task instead of vanishing */
    public Delivery(EntryDecoder decoder, StoreWriter writer, ErrantRecordReporter reporter) {
        this.decoder = decoder;
        this.writer = writer;
        this.reporter = reporter;
    }

    /**
     * Delivers a batch; afterwards every record of it is written or reported.
     *
     * @throws StoreException with the verdict RETRY or STOP when the store did not take the batch; deliver it again
     * @throws ConnectException when a record must be reported and nobody takes reports
     */
    public void deliver(Collection<SinkRecord> records) {
        List<SinkEntry> entries = new ArrayList<>(records.size());
        List<SinkRecord> sources = new ArrayList<>(records.size());
        for (SinkRecord record : records) {
            try {
                entries.add(decoder.decode(record));
                sources.add(record);
            } catch (InvalidEventException e) {
                report(record, e);
            }
        }
        if (!entries.isEmpty()) {
            write(entries, sources);
        }
    }

    private void write(List<SinkEntry> entries, List<SinkRecord> sources) {
        try {
            writer.write(entries);
        } catch (StoreException e) {
            if (e.verdict() != StoreException.Verdict.REPORT) {
                throw e;
            }
            if (entries.size() == 1) {
                report(sources.get(0), e);
                return;
            }
            int half = entries.size() / 2;
            write(entries.subList(0, half), sources.subList(0, half));
            write(entries.subList(half, entries.size()), sources.subList(half, sources.size()));
        }
    }

    private void report(SinkRecord record, RuntimeException cause) {
        if (reporter == null) {
            throw new ConnectException(
                    "record " + record.originalTopic() + "-" + record.originalKafkaPartition() + "@"
                            + record.originalKafkaOffset() + " cannot be written (" + cause.getMessage()
                            + ") and no dead-letter queue takes it: set errors.tolerance=all and"
                            + " errors.deadletterqueue.topic.name",
                    cause);
        }
        reporter.report(record, cause);
    }
}
