package io.multichat.benchmarks.sink;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time spent on work.
 *
 * @param wallNanos wall-clock time
 * @param cpuNanos CPU time of all threads of this process, including compiler and garbage collector
 */
record Spent(long wallNanos, long cpuNanos) {
    static final Spent NOTHING = new Spent(0, 0);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Runs more work and adds its time. */
    Spent and(Runnable work) {
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Spent(wallNanos + System.nanoTime() - wall, cpuNanos + SYSTEM.getProcessCpuTime() - cpu);
    }
}
