package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;

/**
 * Reports that are known to have arrived. Connect waits for reports only before it commits its own offsets; a store that keeps
 * its own position moves on long before that, and a crash in between would lose the record.
 *
 * @param reporter null when the worker has none
 */
record ConfirmedReports(ErrantRecordReporter reporter) {
    // Well below max.poll.interval.ms (5 min), after which Connect takes the waiting task for dead.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Reports all records and waits until all reports have arrived, together for two minutes at most.
     *
     * @throws StoreException with the verdict RETRY when some have not arrived by then
     * @throws ConnectException when a report failed, nobody takes reports, or the thread was interrupted, which stays set
     */
    void report(List<PoisonRecord> poison) {
        List<Future<Void>> reports = new ArrayList<>(poison.size());
        for (PoisonRecord next : poison) {
            reports.add(send(next));
        }
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; i < reports.size(); i++) {
            await(reports.get(i), poison.get(i), deadlineNs);
        }
    }

    private Future<Void> send(PoisonRecord poison) {
        if (reporter == null) {
            throw new ConnectException(
                    "record " + poison.place() + " cannot be written ("
                            + poison.cause().getMessage()
                            + ") and no dead-letter queue takes it: set errors.tolerance=all and"
                            + " errors.deadletterqueue.topic.name",
                    poison.cause());
        }
        return reporter.report(poison.record(), poison.cause());
    }

    private static void await(Future<Void> report, PoisonRecord poison, long deadlineNs) {
        try {
            report.get(Math.max(0, deadlineNs - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY,
                    "the dead-letter queue did not confirm record " + poison.place() + " within " + PATIENCE.toSeconds()
                            + " s; the batch is read again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted before the report of record " + poison.place() + " arrived", e);
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "the dead-letter queue did not take record " + poison.place() + ": "
                            + e.getCause().getMessage() + "; mend it, then restart the task",
                    e);
        }
    }
}
