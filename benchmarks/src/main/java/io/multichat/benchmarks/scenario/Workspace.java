package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.child.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A temporary folder and the processes that run in it. Closing it stops all processes and deletes all files, even in the
 * middle of a run. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Path root;
    private boolean closed;

    public Workspace() {
        try {
            root = Files.createTempDirectory("multichat-benchmarks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder for one user. */
    Path folder(String name) {
        try {
            return Files.createTempDirectory(root, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers something to be closed before the folders are deleted; it may be closed earlier. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        running.push(part);
        return part;
    }

    /** Idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.forEach(Workspace::close);
        FileTree.delete(root);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new BenchmarkException("a part of the benchmarks could not be stopped", e);
        }
    }
}
