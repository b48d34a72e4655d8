package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.conformance.Lines;
import io.multichat.sinks.core.testing.ReportFate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/** The dead-letter queue. */
public final class Reports {
    /** The fate of the next reports. */
    public ReportFate fate = ReportFate.ARRIVES;

    private final TreeSet<String> arrived = new TreeSet<>();
    private final TreeSet<String> made = new TreeSet<>();

    /** The records that are in the queue. */
    public List<String> arrived() {
        return List.copyOf(arrived);
    }

    /** The records that a task tried to report. */
    public List<String> made() {
        return List.copyOf(made);
    }

    /** The reporter of one worker. */
    Pending reporter() {
        return new Pending();
    }

    /** The reports of one worker, which it must await before it commits. */
    final class Pending implements ErrantRecordReporter {
        private final List<Future<Void>> reports = new ArrayList<>();

        @Override
        public Future<Void> report(SinkRecord record, Throwable error) {
            String origin = Lines.of(new Origin(record.topic(), record.kafkaPartition(), record.kafkaOffset()));
            made.add(origin);
            if (fate == ReportFate.ARRIVES) {
                arrived.add(origin);
            }
            Future<Void> report = fate.report();
            reports.add(report);
            return report;
        }

        /** Awaits all reports. A lost report has failed too, because the producer of the queue gives up in the end. */
        void await() {
            for (Future<Void> report : reports) {
                if (!report.isDone() || ((CompletableFuture<Void>) report).isCompletedExceptionally()) {
                    throw new ConnectException("a report did not get into the dead-letter queue");
                }
            }
            reports.clear();
        }
    }
}
