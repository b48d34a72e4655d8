package io.multichat.benchmarks.round;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.competitor.Assignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code multichat serve}, started by its launcher on a free port. */
final class ServeProcess implements AutoCloseable {
    private static final String LAUNCHER = "./multichat";
    private static final int STOP_SECONDS = 60;

    private final Process process;

    private ServeProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts an instance; returns at once.
     *
     * @param assignment what it reads, and the id that it shares with other instances
     * @param folder its data directory; kept, so that it can be started there again
     */
    static ServeProcess start(Assignment assignment, Path folder) {
        return new ServeProcess(run(
                folder.resolveSibling(folder.getFileName() + ".log"),
                List.of(
                        LAUNCHER,
                        "serve",
                        "--bootstrap-servers",
                        assignment.bootstrapServers(),
                        "--port",
                        "0",
                        "--data-dir",
                        folder.toString(),
                        "--set",
                        "application.id=" + assignment.applicationId(),
                        "--set",
                        "input.topics=" + assignment.input(),
                        "--set",
                        "topics.replication=1")));
    }

    /** Builds Multichat if necessary, so that the build is not part of a start. */
    static void build(Path log) {
        try {
            int code = run(log, List.of(LAUNCHER, "version")).waitFor();
            if (code != 0) {
                throw new BenchmarkException(LAUNCHER + " version ended with " + code + ", see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while Multichat was being built", e);
        }
    }

    /** Kills it like {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** @throws BenchmarkException if it has ended by itself */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new BenchmarkException("multichat serve has ended with " + process.exitValue());
        }
    }

    /** Stops it like Ctrl-C, and kills it if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static Process run(Path log, List<String> command) {
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
