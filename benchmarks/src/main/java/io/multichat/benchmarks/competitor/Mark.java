package io.multichat.benchmarks.competitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/**
 * A moment in the life of a competitor's process.
 *
 * @param nanos a clock of which only differences mean anything
 * @param uptimeMillis time since the process was started
 * @param cpuNanos CPU time of all threads of the process, including compiler and garbage collector
 * @param streamThreadNanos CPU time of the stream thread alone
 */
public record Mark(long nanos, long uptimeMillis, long cpuNanos, long streamThreadNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Mark now() {
        return new Mark(
                System.nanoTime(),
                ManagementFactory.getRuntimeMXBean().getUptime(),
                SYSTEM.getProcessCpuTime(),
                streamThreadCpu());
    }

    private static long streamThreadCpu() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().matches(".*-StreamThread-[0-9]+"))
                .map(ThreadInfo::getThreadId)
                .mapToLong(THREADS::getThreadCpuTime)
                .sum();
    }
}
