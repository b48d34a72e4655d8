package io.multichat.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Runs test code in a separate process, which can be killed. Its main method reports when it is ready and then waits until
 * its input ends, at the latest when the test ends.
 */
public final class ChildJvm implements AutoCloseable {
    private static final String READY = "child is ready";

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Returns when the child says that it is ready.
     *
     * @throws IllegalStateException if it ends instead; the message has everything that it printed
     */
    public static ChildJvm start(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        // A file, since a pipe that nobody reads would eventually block the child.
        Path output = Files.createTempFile("child", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        ChildJvm child = new ChildJvm(process, output);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(child::isReady);
        return child;
    }

    private boolean isReady() throws IOException {
        boolean ended = !process.isAlive();
        boolean ready = Files.readString(output).contains(READY);
        if (ended && !ready) {
            throw new IllegalStateException("the child exited before it was ready: " + Files.readString(output));
        }
        return ready;
    }

    /** For the child's main method: reports that it is ready and returns when the parent has ended. */
    public static void sayReadyAndWait() throws IOException {
        System.out.println(READY);
        while (System.in.read() != -1) {
            // Nothing is ever sent.
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Kills the child as {@code kill -9} does: it has no chance to clean up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(output);
    }
}
