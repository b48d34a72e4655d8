package io.multichat.app.connect.traffic;

import io.multichat.jobs.client.KafkaAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes transactions in the background, with pauses, up to an allowed number of records. */
public final class SteadyTraffic implements AutoCloseable {
    private final TrafficPublisher publisher;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile long allowed;
    private volatile long committed;

    private SteadyTraffic(TrafficPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Starts the thread; nothing is published before {@link #allow}.
     *
     * @param pauseMs pause between two transactions, which have 400 records on average
     */
    public static SteadyTraffic start(KafkaAccess kafka, long seed, int partitions, long pauseMs) {
        SteadyTraffic traffic = new SteadyTraffic(new TrafficPublisher(kafka, seed, partitions));
        traffic.thread.scheduleWithFixedDelay(traffic::publish, 0, pauseMs, TimeUnit.MILLISECONDS);
        return traffic;
    }

    private void publish() {
        try {
            if (committed < allowed) {
                publisher.transaction(allowed - committed);
                committed = publisher.committed();
            }
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }

    /** Allows publishing to continue until this many records are committed in total. */
    public void allow(long records) {
        allowed = records;
    }

    /**
     * Publishes the rest of the allowed records and the final records of {@link TrafficPublisher#end()}, then stops. Returns
     * the total number of committed records.
     *
     * @throws ExecutionException when a record could not be published, now or earlier
     */
    public long end() throws ExecutionException, InterruptedException {
        if (failure.isDone()) {
            failure.get();
        }
        return thread.submit(() -> {
                    while (committed < allowed) {
                        publish();
                    }
                    allowed = 0;
                    publisher.end();
                    return publisher.committed();
                })
                .get();
    }

    /** The number of aborted records. Call this after {@link #end()}. */
    public long aborted() {
        return publisher.aborted();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        publisher.close();
    }
}
