package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Clients that each ask the next question as soon as the last one is answered.
 *
 * @param clients number of clients, each with a thread of its own
 * @param warmUp how long answers are not measured
 * @param measured how long they are
 */
record ClosedLoop(int clients, Duration warmUp, Duration measured) {
    private static final int DIGITS = 3;

    /** One client, used by one thread. */
    interface Client extends AutoCloseable {
        /**
         * Asks one question and reads the answer to its end.
         *
         * @throws BenchmarkException if the answer is wrong
         */
        void ask(SplittableRandom random) throws Exception;

        @Override
        default void close() throws SQLException {
            // Most clients hold nothing.
        }
    }

    /** A histogram of nanoseconds. */
    static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    /** @param connect opens a client */
    Latency run(Callable<Client> connect) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                SplittableRandom random = new SplittableRandom(client);
                running.add(threads.submit(() -> askUntilTheEnd(connect, random, began)));
            }
            Histogram all = histogram();
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            return Latency.of(all, measured.toNanos() / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while clients asked", e);
        } catch (ExecutionException e) {
            throw new BenchmarkException("a client failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Histogram askUntilTheEnd(Callable<Client> connect, SplittableRandom random, long began) throws Exception {
        Histogram histogram = histogram();
        long from = began + warmUp.toNanos();
        long until = from + measured.toNanos();
        try (Client client = connect.call()) {
            for (long asked = System.nanoTime(); asked < until; asked = System.nanoTime()) {
                client.ask(random);
                if (asked >= from) {
                    histogram.recordValue(System.nanoTime() - asked);
                }
            }
        }
        return histogram;
    }
}
