package io.multichat.sinks.core.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a task decodes the next records while its store writes.
 *
 * @param thread runs the work of the store, one batch after another
 * @param fromRecords the number of records from which a batch is left to that thread; for a few, the task would wait longer for
 *     the thread than for the store
 */
public record Overlap(Executor thread, int fromRecords) {
    /** The task does everything itself: when {@code put} returns, the store has all records. */
    public static final Overlap NONE = new Overlap(Runnable::run, Integer.MAX_VALUE);

    private static final int USUAL_FROM_RECORDS = 100;
    private static final long IDLE_SECONDS = 10;

    /** A thread for one task, which ends when it has been idle for a while. */
    public static Overlap inThread() {
        return inThread(USUAL_FROM_RECORDS);
    }

    /** As {@link #inThread()}, for batches of at least this many records. */
    public static Overlap inThread(int fromRecords) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Overlap::daemon);
        thread.allowCoreThreadTimeOut(true);
        return new Overlap(thread, fromRecords);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, Thread.currentThread().getName() + "-store");
        thread.setDaemon(true);
        return thread;
    }
}
