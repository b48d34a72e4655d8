package io.multichat.sinks.sqlite.testing;

import io.multichat.sinks.core.conformance.Circumstances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Disturbs a file: another process locks it, or someone deletes it or replaces it with an older copy. */
final class FileTrouble implements Circumstances {
    final AtomicLong clockMs = new AtomicLong(1);
    private final StoreFile file;
    private final Path copy;
    private Connection lock;

    FileTrouble(StoreFile file) {
        this.file = file;
        copy = file.path().resolveSibling("copy.db");
    }

    @Override
    public void passTime(long ms) {
        clockMs.addAndGet(ms);
    }

    @Override
    public void disturb(int after) {
        heal();
        try {
            if (Files.exists(file.path())) {
                Files.deleteIfExists(copy);
                file.execute("VACUUM INTO '" + copy + "'");
            }
            lock = file.connect();
            try (Statement statement = lock.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 0");
                statement.execute("BEGIN IMMEDIATE");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            // A task has an open transaction: the lock is not available.
            heal();
        }
    }

    @Override
    public void heal() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void lose(int size) {
        heal();
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file.path() + part));
            }
            if (size % 2 == 0 && Files.exists(copy)) {
                Files.copy(copy, file.path(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
