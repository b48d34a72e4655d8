package io.multichat.benchmarks.dev;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.DevNotRunningException;
import io.multichat.app.data.RunFile;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@code multichat dev}, started by its launcher on an empty data directory and free ports. */
public final class RunningDev implements AutoCloseable {
    private static final String LAUNCHER = "./multichat";
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final DataLayout layout;
    private final long readyMillis;

    private RunningDev(Process process, DataLayout layout, long readyMillis) {
        this.process = process;
        this.layout = layout;
        this.readyMillis = readyMillis;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder for the data directory and the log
     */
    public static RunningDev start(Path folder) {
        DataLayout layout = new DataLayout(folder.resolve("data"));
        Path log = folder.resolve("dev.log");
        try {
            // Builds Multichat first if necessary, so that the build is not part of the start.
            run(log, "version").waitFor();
            long began = System.nanoTime();
            Process process = run(
                    log,
                    "dev",
                    "--data-dir",
                    layout.root().toString(),
                    "--port",
                    "0",
                    "--kafka-port",
                    "0",
                    "--redis-port",
                    "0");
            try {
                Waiting.until("multichat dev is ready, see " + log, () -> isReady(process, layout, log));
            } catch (BenchmarkException e) {
                process.destroyForcibly();
                throw e;
            }
            return new RunningDev(process, layout, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while Multichat was being built", e);
        }
    }

    /** Time from the start of the launcher until all parts answered. */
    long readyMillis() {
        return readyMillis;
    }

    /** Where its files are. */
    public DataLayout layout() {
        return layout;
    }

    /** The addresses of its parts. */
    public RunFile endpoints() {
        return RunFile.read(layout);
    }

    long pid() {
        return process.pid();
    }

    /** Stops it like Ctrl-C, and kills it if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process run(Path log, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = LAUNCHER;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static boolean isReady(Process process, DataLayout layout, Path log) {
        if (!process.isAlive()) {
            throw new BenchmarkException("multichat dev has exited: " + logged(log));
        }
        try {
            return RunFile.read(layout).pid() == process.pid();
        } catch (DevNotRunningException e) {
            return false;
        }
    }

    private static String logged(Path log) {
        try {
            return Files.readString(log).strip();
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }
}
