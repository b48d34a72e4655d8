package io.multichat.app.command;

import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.run.DevOptions;
import io.multichat.app.run.DevRun;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dev",
        description =
                "Run everything in one process: Kafka, Redis, Connect with the three sinks, topology and HTTP server."
                        + " Ctrl-C stops it; the next start continues where it stopped.")
final class DevCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    /** With less, the broker runs out of memory while it starts. A limit of 128 MiB leaves a little less for objects. */
    private static final long SMALLEST_HEAP = 120L << 20;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--redis-port",
            paramLabel = "PORT",
            defaultValue = "6379",
            description = "Redis port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int redisPort;

    @Option(
            names = "--demo",
            paramLabel = "RATE",
            arity = "0..1",
            fallbackValue = "5",
            description = "Generated traffic on several platforms, RATE events per second (default: 5).")
    private Double demoRate;

    @Override
    public Integer call() {
        requireHeap(Runtime.getRuntime().maxMemory());
        requirePort("--port", port);
        requirePort("--kafka-port", kafkaPort);
        requirePort("--redis-port", redisPort);
        if (demoRate != null && !(demoRate > 0 && demoRate < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--demo is " + demoRate + "; it must be a number of events per second above 0");
        }
        OptionalDouble demo = demoRate == null ? OptionalDouble.empty() : OptionalDouble.of(demoRate);
        return DevRun.run(new DevOptions(dataDir.path(), port, kafkaPort, redisPort, demo), options.settings());
    }

    private static void requireHeap(long bytes) {
        if (bytes < SMALLEST_HEAP) {
            throw new UsageException("the heap of Java is limited to " + (bytes >> 20)
                    + " MiB; dev needs at least 128 MiB: raise -Xmx in MULTICHAT_JAVA_OPTS");
        }
    }

    static void requirePort(String option, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException(option + " is " + port + "; it must be from 0 to " + HIGHEST_PORT);
        }
    }
}
