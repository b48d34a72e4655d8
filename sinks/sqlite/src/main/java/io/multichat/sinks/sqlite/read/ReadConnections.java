package io.multichat.sinks.sqlite.read;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.QueryDeadline;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Read-only connections to a file, which may not exist yet. Thread-safe; calls never wait for each other.
 *
 * <p>Keeps a few idle connections, because opening one costs more than a small query. Discards a connection whose file was
 * replaced, for example by a restored backup.
 */
final class ReadConnections implements AutoCloseable {
    private static final int KEPT = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // A little less than callers wait for a store: one slow query must not look like a store that hangs.
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final Path file;
    private final BlockingQueue<Reader> idle = new LinkedBlockingQueue<>(KEPT);
    private volatile boolean closed;

    /** Queries that run in one transaction and therefore see one state of the file. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** @param key the identity of the file, which differs for a replaced file; null if the file system has none */
    private record Reader(Connection connection, QueryDeadline deadline, Object key) {}

    ReadConnections(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /**
     * The result of the queries, or {@code whenEmpty} if the file or its tables do not exist yet.
     *
     * @throws StoreException if the file cannot be read, or the queries take longer than {@link #LIMIT}
     */
    <T> T ask(T whenEmpty, Question<T> question) {
        return ask(whenEmpty, System.nanoTime() + LIMIT.toNanos(), question);
    }

    /**
     * The result of the queries, or {@code whenEmpty} if the file or its tables do not exist yet.
     *
     * @param end when SQLite gives the queries up, as {@link System#nanoTime()}
     * @throws StoreException if the file cannot be read, or the queries were given up
     */
    <T> T ask(T whenEmpty, long end, Question<T> question) {
        Reader reader = null;
        try {
            Optional<Reader> found = borrow();
            if (found.isEmpty()) {
                return whenEmpty;
            }
            reader = found.get();
            reader.deadline().set(end);
            SqliteSchema.run(reader.connection(), "BEGIN");
            T answer = question.ask(reader.connection());
            SqliteSchema.run(reader.connection(), "COMMIT");
            giveBack(reader);
            return answer;
        } catch (SQLException e) {
            discard(reader);
            throw SqliteErrors.translate(file, e);
        } catch (RuntimeException e) {
            discard(reader);
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            discard(reader);
        }
    }

    private Optional<Reader> borrow() throws SQLException {
        Object key;
        try {
            key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    file + " cannot be read: " + e + "; grant this process access to it",
                    e);
        }
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            if (Objects.equals(reader.key(), key)) {
                return Optional.of(reader);
            }
            discard(reader);
        }
        return open(key);
    }

    private Optional<Reader> open(Object key) throws SQLException {
        Connection connection = SqliteFile.openReader(file, PATIENCE);
        try {
            int version = SqliteSchema.version(connection, file);
            // An older file is read as it is: the sink may be backing it up or migrating it.
            if (SqliteSchema.isReadable(version)) {
                return Optional.of(new Reader(connection, QueryDeadline.on(connection), key));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void giveBack(Reader reader) {
        if (closed || !idle.offer(reader)) {
            discard(reader);
        }
        if (closed) {
            close();
        }
    }

    private static void discard(Reader reader) {
        try {
            if (reader != null) {
                reader.connection().close();
            }
        } catch (SQLException e) {
            // A read-only connection has nothing to lose.
            return;
        }
    }
}
