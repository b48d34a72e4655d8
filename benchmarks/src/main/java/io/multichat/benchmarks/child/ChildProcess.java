package io.multichat.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A main method of the benchmarks that runs in its own process, so that nothing has warmed it up and it can be killed. Parent
 * and child exchange lines of a word and a text. The child ends when its input ends, at the latest together with this
 * process.
 */
public final class ChildProcess implements AutoCloseable {
    private static final String ENDED = "\u0000ended";
    private static final int STOP_SECONDS = 60;
    private static final int SHOWN_ERROR = 4_000;

    private final String name;
    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private ChildProcess(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts a child in the JVM of Multichat.
     *
     * @param errors file for the log of the child
     */
    public static ChildProcess start(Class<?> main, Path errors, List<String> arguments) {
        return start(Jvm.MULTICHAT, main, errors, arguments);
    }

    /** @param errors file for the log of the child */
    public static ChildProcess start(Jvm jvm, Class<?> main, Path errors, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.options());
        command.addAll(List.of("-cp", jvm.classPath(), main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            ChildProcess child = new ChildProcess(main.getSimpleName(), process, errors);
            Thread listener = new Thread(child::listen, "listens to " + child.name);
            listener.setDaemon(true);
            listener.start();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the child prints a line that begins with this word.
     *
     * @return the rest of the line
     * @throws BenchmarkException if the child ends first or takes longer
     */
    public String expect(String word, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (String line = ""; line != null; line = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                if (line.equals(ENDED)) {
                    throw new BenchmarkException(name + " ended before it printed \"" + word + "\": " + lastErrors());
                }
                if (line.startsWith(word + " ")) {
                    return line.substring(word.length() + 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while waiting for " + name);
        }
        throw new BenchmarkException(name + " did not print \"" + word + "\" within " + patience + ": " + lastErrors());
    }

    public void send(String word) {
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(word + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the child like {@code kill -9}; it has no chance to clean up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the child cleanly, and kills it if that takes too long. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            // The child was killed.
        }
        said.add(ENDED);
    }

    /** The last lines of the log of the child. */
    public String lastErrors() {
        try {
            String all = Files.readString(errors);
            return all.substring(Math.max(0, all.length() - SHOWN_ERROR)).strip();
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }
}
