package io.multichat.app.system;

import static org.awaitility.Awaitility.await;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.DevNotRunningException;
import io.multichat.app.data.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A {@code multichat dev} in its own process, on free ports. */
final class DevProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final DataLayout layout;
    private final Path log;

    private DevProcess(Process process, DataLayout layout, Path log) {
        this.process = process;
        this.layout = layout;
        this.log = log;
    }

    /** Starts {@code dev} and waits until it is ready. */
    static DevProcess start(Path dataDir, String... flags) {
        List<String> arguments = new ArrayList<>(List.of(
                "dev", "--data-dir", dataDir.toString(), "--port", "0", "--kafka-port", "0", "--redis-port", "0"));
        arguments.addAll(Arrays.asList(flags));
        try {
            Path log = Files.createTempFile("multichat-dev", ".log");
            Process process = new ProcessBuilder(Installed.command(arguments.toArray(String[]::new)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            DevProcess dev = new DevProcess(process, new DataLayout(dataDir), log);
            dev.awaitReady();
            return dev;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. If it does not, kills it and its children, so that nothing keeps running after the test. */
    private void awaitReady() {
        boolean ready = false;
        try {
            await().atMost(LIMIT)
                    .failFast(() -> {
                        if (!process.isAlive()) {
                            throw new AssertionError(logText());
                        }
                    })
                    .ignoreException(DevNotRunningException.class)
                    // The run file alone proves nothing: a killed process leaves its own behind.
                    .until(() -> endpoints().pid() == process.pid());
            ready = true;
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("dev is not ready after " + LIMIT + "; it printed:\n" + logText(), e);
        } finally {
            if (!ready) {
                // List the children before killing the process: afterwards they are not its descendants.
                List<ProcessHandle> children = process.descendants().toList();
                kill();
                children.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    DataLayout layout() {
        return layout;
    }

    RunFile endpoints() {
        return RunFile.read(layout);
    }

    /** Everything that the process has printed. */
    String logText() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops the process as Ctrl-C does. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void awaitEnd() {
        await().atMost(LIMIT).until(() -> !process.isAlive());
    }
}
