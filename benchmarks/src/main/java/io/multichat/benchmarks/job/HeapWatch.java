package io.multichat.benchmarks.job;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The greatest heap of this process that was in use after a garbage collection, while something runs. It collects garbage all the time, so
 * nothing else can be measured meanwhile.
 */
final class HeapWatch {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double MIB = 1 << 20;

    private final Thread thread = new Thread(this::watch, "heap-watch");
    private volatile boolean done;
    private volatile long greatest;

    private HeapWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The greatest heap while the work runs, in MiB. */
    static double greatestMib(Runnable work) {
        HeapWatch watch = new HeapWatch();
        try {
            work.run();
        } finally {
            watch.end();
        }
        return watch.greatest / MIB;
    }

    private void end() {
        done = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!done) {
            System.gc();
            greatest = Math.max(
                    greatest,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
