package io.multichat.app.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A Kafka Connect worker as Kafka ships it: Kafka's own {@code ConnectDistributed} in a separate process, which has no class
 * of Multichat except those in the plugin folders. It may be killed and restarted any number of times. For one thread.
 */
public final class ConnectProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final WorkerSettings settings;
    private final Path properties;
    private final Path log;
    private Process process;

    private ConnectProcess(WorkerSettings settings, Path properties, Path log) {
        this.settings = settings;
        this.properties = properties;
        this.log = log;
    }

    /** A worker that is not started yet; its log and settings are in the folder. */
    public static ConnectProcess in(Path folder, String bootstrapServers) throws IOException {
        WorkerSettings settings = WorkerSettings.onFreePorts(bootstrapServers);
        Path properties = settings.writeTo(folder.resolve("worker.properties"));
        return new ConnectProcess(settings, properties, folder.resolve("worker.log"));
    }

    /** Starts the worker and returns at once. */
    public void start() {
        try {
            process = new ProcessBuilder(settings.command(properties))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns when the worker belongs to its group and accepts requests.
     *
     * @throws org.awaitility.core.TerminalFailureException if it ends instead; its log says why
     */
    public void awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(log());
                    }
                })
                .until(() -> rest().isReady());
    }

    /** True when the process ends by itself within this time, which it should not. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Kills the worker, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the worker with SIGTERM if it is running, so that tasks commit what they hold. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }

    public RestInterface rest() {
        return new RestInterface("http://127.0.0.1:" + settings.restPort());
    }

    public WorkerMetrics metrics() {
        return new WorkerMetrics(settings.jmxPort());
    }

    /** The log of all processes of this worker so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
