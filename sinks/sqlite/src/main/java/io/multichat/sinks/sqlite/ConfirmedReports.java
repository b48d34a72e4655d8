package io.multichat.sinks.sqlite;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Reports that are known to have arrived when {@link #report} returns. The file's offset moves past a reported record with
 * the next write, long before Connect would wait for the report; a crash in between would lose it.
 */
record ConfirmedReports(ErrantRecordReporter reporter) implements ErrantRecordReporter {
    /** The worker's reporter, or null when it has none. */
    static ErrantRecordReporter of(ErrantRecordReporter reporter) {
        return reporter == null ? null : new ConfirmedReports(reporter);
    }

    /** @throws ConnectException when the dead-letter queue does not take the record */
    @Override
    public Future<Void> report(SinkRecord record, Throwable error) {
        Future<Void> report = reporter.report(record, error);
        try {
            report.get();
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while a record was reported", e);
        } catch (ExecutionException e) {
            throw new ConnectException("the dead-letter queue did not take a record: " + e.getMessage(), e);
        }
    }
}
