package io.multichat.benchmarks.competitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/**
 * A moment of a competitor's process.
 *
 * @param nanos a clock that only differences can be taken of
 * @param uptimeMillis since the process was started
 * @param cpuNanos what all threads of the process have used, compiler and garbage collector included
 * @param streamThreadNanos what the stream thread alone has used
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
