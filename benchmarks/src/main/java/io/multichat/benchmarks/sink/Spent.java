package io.multichat.benchmarks.sink;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time that work has taken.
 *
 * @param wallNanos by the clock
 * @param cpuNanos of all threads of this process, those of the compiler and the garbage collector too
 */
record Spent(long wallNanos, long cpuNanos) {
    static final Spent NOTHING = new Spent(0, 0);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** This and the time of more work, which is done now. */
    Spent and(Runnable work) {
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Spent(wallNanos + System.nanoTime() - wall, cpuNanos + SYSTEM.getProcessCpuTime() - cpu);
    }
}
