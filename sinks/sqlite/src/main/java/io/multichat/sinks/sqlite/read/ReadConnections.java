package io.multichat.sinks.sqlite.read;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Connections that only read a file, which may not exist yet. Thread-safe; a call never waits for another one.
 *
 * <p>Idle connections are kept in memory, a few, since opening one costs more than a small query. One whose file was
 * replaced (a backup restored, say) is not used again.
 */
final class ReadConnections implements AutoCloseable {
    private static final int KEPT = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final BlockingQueue<Reader> idle = new LinkedBlockingQueue<>(KEPT);
    private volatile boolean closed;

    /** What is asked. Everything that one call asks sees the same state of the file. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** @param key the file's identity, by which a replaced file is known; null where the system has none */
    private record Reader(Connection connection, Object key) {}

    ReadConnections(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /**
     * The answer, or {@code whenEmpty} when the file or its tables do not exist yet.
     *
     * @throws StoreException when the file cannot be read
     */
    <T> T ask(T whenEmpty, Question<T> question) {
        Reader reader = null;
        try {
            Optional<Reader> found = borrow();
            if (found.isEmpty()) {
                return whenEmpty;
            }
            reader = found.get();
            run(reader, "BEGIN");
            T answer = question.ask(reader.connection());
            run(reader, "COMMIT");
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
            throw new StoreException(StoreException.Verdict.STOP, file + " cannot be read: " + e, e);
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
            if (version == SqliteSchema.VERSION) {
                return Optional.of(new Reader(connection, key));
            }
            if (version > 0) {
                throw new StoreException(
                        StoreException.Verdict.RETRY,
                        file + " has schema " + version + "; the sink brings it to " + SqliteSchema.VERSION
                                + " when it is started",
                        null);
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
            // It was only read from: nothing is lost.
            return;
        }
    }

    private static void run(Reader reader, String sql) throws SQLException {
        try (Statement statement = reader.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
