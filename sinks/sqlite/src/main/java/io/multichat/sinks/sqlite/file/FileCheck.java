package io.multichat.sinks.sqlite.file;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.settings.Layout;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Checks whether a task will be able to write the files of a store. Changes nothing. */
public final class FileCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private FileCheck() {}

    /** The first problem with the folder or the files, and how to fix it; empty if there is none. */
    public static Optional<String> problem(SqliteSettings settings) {
        Path file = settings.file();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("the folder of " + file + " does not exist; create it or name another folder");
        }
        if (!Files.isWritable(folder)) {
            return Optional.of("the worker cannot write to the folder " + folder
                    + ", where SQLite creates files; grant it access");
        }
        return settings.layout()
                .obstacle(file)
                .or(() -> Layout.files(file).values().stream()
                        .map(FileCheck::problemOf)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<String> problemOf(Path file) {
        if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
            return Optional.of(file + " is not a file that the worker can write; name another file or grant it access");
        }
        return unreadable(file);
    }

    private static Optional<String> unreadable(Path file) {
        try (Connection connection = SqliteFile.openReader(file, PATIENCE)) {
            SqliteSchema.version(connection, file);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(SqliteErrors.translate(file, e).getMessage());
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }
}
