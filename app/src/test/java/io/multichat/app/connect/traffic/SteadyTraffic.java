package io.multichat.app.connect.traffic;

import io.multichat.jobs.client.KafkaAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes in the background, a transaction now and then, as far as it is allowed to. */
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
     * Starts it; nothing is published before {@link #allow}.
     *
     * @param pauseMs between two transactions, which have 400 records on average
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

    /** Lets it go on until that many records are committed in all. */
    public void allow(long records) {
        allowed = records;
    }

    /**
     * Publishes what is allowed and the last records of {@link TrafficPublisher#end()}, and no more; returns how many were
     * committed in all.
     *
     * @throws ExecutionException when something could not be published, now or before
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

    /** How many records were aborted; to be asked at the end. */
    public long aborted() {
        return publisher.aborted();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        publisher.close();
    }
}
