package io.multichat.benchmarks.dev;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.events.text.WholeNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of processes, read from {@code /proc}. */
final class Resident {
    private static final String PEAK = "VmHWM:";
    private static final int KIB = 1_024;

    private Resident() {}

    /** Peak resident memory of a process in bytes, including mapped files. */
    static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kib -> WholeNumbers.parseLong(kib) * KIB)
                    .findFirst()
                    .orElseThrow(() -> new BenchmarkException("process " + pid + " does not report its peak memory"));
        } catch (IOException e) {
            throw new BenchmarkException("the memory of a process can only be read on Linux", e);
        }
    }
}
