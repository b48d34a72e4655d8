package io.multichat.benchmarks.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The process that started this one, as the main method of a child sees it. */
public final class ParentProcess {
    /** Word that {@link #nextWord} always returns once the parent wants the child to end or is gone. */
    public static final String GOODBYE = "goodbye";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile boolean gone;

    /** Starts reading standard input. */
    public ParentProcess() {
        Thread listener = new Thread(this::listen, "listens to the parent");
        listener.setDaemon(true);
        listener.start();
    }

    /** Prints a word and a value, as JSON. */
    public void say(String word, Object value) {
        try {
            System.out.println(word + " " + JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parses a value that a child printed with {@link #say}. */
    public static <T> T read(String said, Class<T> type) {
        try {
            return JSON.readValue(said, type);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("unexpected output of a child: " + said, e);
        }
    }

    /** A value as one argument of the child's command line; {@link #read} parses it. */
    public static String argument(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next word. */
    public String nextWord() throws InterruptedException {
        String word = null;
        while (word == null && !gone) {
            word = received.poll(100, TimeUnit.MILLISECONDS);
        }
        return word == null ? GOODBYE : word;
    }

    /** True once nothing waits for this process any more. */
    public boolean isGone() {
        return gone;
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(received::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // Treated like the end of the parent.
        }
        gone = true;
    }
}
