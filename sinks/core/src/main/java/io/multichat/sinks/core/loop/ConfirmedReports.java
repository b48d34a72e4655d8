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
 * Reports records to the dead-letter queue and waits for the confirmation. Connect waits for reports only before it commits its
 * own offsets; a store with its own position advances long before that, and a crash in between would lose the record.
 *
 * @param reporter null if the worker has none
 */
record ConfirmedReports(ErrantRecordReporter reporter) {
    // Well below max.poll.interval.ms (5 min), after which Connect considers the waiting task dead.
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /**
     * Reports all records and waits up to two minutes until all reports are confirmed.
     *
     * @throws StoreException with the verdict RETRY if some are not confirmed in time
     * @throws ConnectException if a report failed, if there is no reporter, or if the thread was interrupted (its flag stays set)
     */
    void report(List<PoisonRecord> poison) {
        List<Future<Void>> reports = new ArrayList<>(poison.size());
        for (PoisonRecord next : poison) {
            reports.add(send(next));
        }
        long deadlineNs = System.nanoTime() + TIMEOUT.toNanos();
        for (int i = 0; i < reports.size(); i++) {
            await(reports.get(i), poison.get(i), deadlineNs);
        }
    }

    private Future<Void> send(PoisonRecord poison) {
        if (reporter == null) {
            throw new ConnectException(
                    "record " + poison.place() + " cannot be written ("
                            + poison.cause().getMessage()
                            + ") and there is no dead-letter queue: set errors.tolerance=all and"
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
                    "the dead-letter queue did not confirm record " + poison.place() + " within " + TIMEOUT.toSeconds()
                            + " s; reading the batch again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while waiting for the report of record " + poison.place(), e);
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "the dead-letter queue rejected record " + poison.place() + ": "
                            + e.getCause().getMessage() + "; fix the queue, then restart the task",
                    e);
        }
    }
}
