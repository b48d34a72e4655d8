package io.multichat.server.tiers;

import io.multichat.reading.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls to one store, which may hang. A caller waits only as long as the store's patience. After a call that was not answered in
 * time, the store is skipped for {@value #SKIPPED_SECONDS} seconds; then a single call finds out whether it answers again.
 * Thread-safe.
 */
public final class StoreCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);
    private static final int SKIPPED_SECONDS = 5;
    private static final int CHECK_SECONDS = 1;
    // At least the number of HTTP requests in work, so that only a store that hangs uses them up. They end when idle.
    static final int MAX_THREADS = 128;
    private static final int IDLE_THREAD_SECONDS = 10;
    private static final long NOT_SKIPPED = 0;

    private final String store;
    private final long patienceNs;
    private final CallCounts counts;
    private final ThreadPoolExecutor threads;
    private final AtomicLong skippedUntil = new AtomicLong(NOT_SKIPPED);
    private final AtomicBoolean isFailing = new AtomicBoolean();

    /**
     * @param store the store's name
     * @param patience how long a caller waits for an answer
     * @param counts counts the calls by their outcome
     */
    public StoreCalls(String store, Duration patience, CallCounts counts) {
        this.store = store;
        this.counts = counts;
        this.patienceNs = patience.toNanos();
        threads = new ThreadPoolExecutor(
                0, MAX_THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = Executors.defaultThreadFactory().newThread(task);
                    thread.setName("reads-of-" + store);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * The store's answer.
     *
     * @throws StoreException if the store cannot be read, does not answer in time or is skipped
     */
    public <T> T call(Supplier<T> question) {
        requireNotSkipped();
        try {
            Future<T> answer = threads.submit(question::get);
            T value = answer.get(patienceNs, TimeUnit.NANOSECONDS);
            succeeded();
            return value;
        } catch (TimeoutException e) {
            throw skipped("did not answer within " + TimeUnit.NANOSECONDS.toMillis(patienceNs) + " ms", e);
        } catch (RejectedExecutionException e) {
            throw skipped("has left " + MAX_THREADS + " calls unanswered and is skipped", e);
        } catch (ExecutionException e) {
            skippedUntil.set(NOT_SKIPPED);
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("was interrupted before it answered, because the server is stopping", e);
        }
    }

    /** What keeps the store from answering this question; empty if it answers. Takes a second at most. */
    CompletableFuture<Optional<String>> check(Supplier<?> question) {
        Optional<String> unanswered = Optional.of("does not answer within " + CHECK_SECONDS + " s");
        try {
            return CompletableFuture.supplyAsync(() -> failure(question), threads)
                    .completeOnTimeout(unanswered, CHECK_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // Calls that hang use all threads.
            return CompletableFuture.completedFuture(unanswered);
        }
    }

    private Optional<String> failure(Supplier<?> question) {
        try {
            call(question);
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void requireNotSkipped() {
        long until = skippedUntil.get();
        boolean isSkipped = until != NOT_SKIPPED
                && (System.nanoTime() - until < 0
                        || !skippedUntil.compareAndSet(until, later(patienceNs + TimeUnit.SECONDS.toNanos(1))));
        if (isSkipped) {
            counts.skipped();
            throw unanswered("did not answer a moment ago and is skipped", null);
        }
    }

    private void succeeded() {
        counts.answered();
        skippedUntil.set(NOT_SKIPPED);
        if (isFailing.getAndSet(false)) {
            LOG.info("{} can be read again", store);
        }
    }

    private RuntimeException skipped(String why, Exception cause) {
        skippedUntil.set(later(TimeUnit.SECONDS.toNanos(SKIPPED_SECONDS)));
        return failed(unanswered(why, cause));
    }

    /** Logs the first of several failures in a row. */
    private RuntimeException failed(Throwable cause) {
        counts.failed();
        if (cause instanceof StoreException failure) {
            if (!isFailing.getAndSet(true)) {
                LOG.warn("cannot read from {}: {}", store, failure.getMessage());
            }
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    private StoreException unanswered(String why, Exception cause) {
        return new StoreException(StoreException.Verdict.RETRY, store + " " + why, cause);
    }

    private static long later(long ns) {
        long time = System.nanoTime() + ns;
        return time == NOT_SKIPPED ? 1 : time;
    }
}
