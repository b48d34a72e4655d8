package io.multichat.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import io.multichat.jobs.client.KafkaVersion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that runs the benchmarks. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GiB of memory, load %.1f at the start; %s %s; JDK %s; Kafka %s; %s UTC.",
                processor(system.getArch()),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                system.getSystemLoadAverage(),
                system.getName(),
                system.getVersion(),
                System.getProperty("java.vm.version"),
                KafkaVersion.get(),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** The processor model, where the system names it in a file. */
    private static String processor(String architecture) {
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
