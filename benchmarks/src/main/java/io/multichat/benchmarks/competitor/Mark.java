package io.multichat.benchmarks.competitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A moment in the life of a competitor's process.
 *
 * @param nanos a clock of which only differences mean anything
 * @param uptimeMillis time since the process was started
 * @param cpuNanos CPU time of all threads of the process, including compiler and garbage collector
 * @param workerNanos CPU time of the threads that process records
 */
public record Mark(long nanos, long uptimeMillis, long cpuNanos, long workerNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Mark now(Pattern workers) {
        return new Mark(
                System.nanoTime(),
                ManagementFactory.getRuntimeMXBean().getUptime(),
                SYSTEM.getProcessCpuTime(),
                workerCpu(workers));
    }

    private static long workerCpu(Pattern workers) {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> workers.matcher(thread.getThreadName()).matches())
                .map(ThreadInfo::getThreadId)
                .mapToLong(THREADS::getThreadCpuTime)
                .sum();
    }
}
