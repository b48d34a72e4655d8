package io.multichat.jobs.imports.read;

import io.multichat.jobs.imports.source.ImportException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Runs reading tasks, several at a time. Without threads of its own if one at a time is enough. Used by one thread. */
final class ReaderThreads implements AutoCloseable {
    private static final long CLOSE_SECONDS = 10;

    private final int threads;
    private final Optional<ExecutorService> pool;
    private final Semaphore free;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param threads how many tasks run at the same time, at least 1 */
    ReaderThreads(int threads) {
        this.threads = threads;
        this.free = new Semaphore(threads);
        this.pool = threads == 1
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(threads, task -> {
                    Thread thread = new Thread(task, "import-reader");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /**
     * Runs a task, or waits for a free thread and starts the task there.
     *
     * @throws RuntimeException what this task or an earlier one threw
     */
    void run(Runnable task) {
        if (pool.isEmpty()) {
            task.run();
            return;
        }
        await(1);
        CompletableFuture.runAsync(task, pool.get()).whenComplete((done, thrown) -> {
            if (thrown != null) {
                failure.compareAndSet(null, thrown.getCause());
            }
            free.release();
        });
    }

    /**
     * Waits for all tasks.
     *
     * @throws RuntimeException what one of them threw
     */
    void finish() {
        await(threads);
        free.release(threads);
    }

    /** Interrupts the tasks that still run and waits a moment for them. */
    @Override
    public void close() {
        if (pool.isPresent()) {
            pool.get().shutdownNow();
            try {
                pool.get().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void await(int permits) {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportException("interrupted while reading; import the files again", e);
        }
        Throwable problem = failure.get();
        if (problem != null) {
            free.release(permits);
            throw problem instanceof RuntimeException known
                    ? known
                    : new ImportException("a reader failed: " + problem, problem);
        }
    }
}
