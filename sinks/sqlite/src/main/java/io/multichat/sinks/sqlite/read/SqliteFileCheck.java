package io.multichat.sinks.sqlite.read;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.Select;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Examines the files of a store without reading their content: schema, journal mode, and the size of the write-ahead log. */
public final class SqliteFileCheck implements Check {
    // The sink truncates its log to a quarter of this.
    private static final long LARGE_LOG_BYTES = 256L << 20;

    private final Path file;

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteFileCheck(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (ReadFiles files = new ReadFiles(file)) {
            if (files.all().isEmpty()) {
                findings.add(Finding.warning(
                        "there is no database at " + file,
                        "Start the SQLite sink, or set sqlite.file to the path that its connector has."));
            }
            for (ReadConnections each : files.all().values()) {
                each.ask(true, connection -> {
                    settings(each.file(), connection, findings);
                    return true;
                });
                log(each.file(), findings);
            }
        }
        return findings;
    }

    private static void settings(Path path, Connection connection, List<Finding> findings) throws SQLException {
        String journal = text(connection, "PRAGMA journal_mode");
        if (!journal.equals("wal")) {
            findings.add(Finding.warning(
                    path + " has journal_mode=" + journal + ", so readers and the sink wait for each other",
                    "Restart the SQLite sink, which sets WAL; use a local disk, since WAL needs shared memory."));
        }
        String version = text(connection, "PRAGMA user_version");
        if (!version.equals(Integer.toString(SqliteSchema.VERSION))) {
            findings.add(Finding.warning(
                    path + " has schema " + version + ", older than the " + SqliteSchema.VERSION + " of this program",
                    "Start the SQLite sink of this version; it makes a backup and migrates the file."));
        }
    }

    private static void log(Path path, List<Finding> findings) {
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        try {
            if (Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES) {
                findings.add(Finding.warning(
                        log + " has " + Files.size(log)
                                + " bytes: a program reads an old state of the database and keeps"
                                + " SQLite from emptying its log",
                        "Find the program with `lsof " + path + "` and end its transaction."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        return new Select(query).first(connection, row -> row.getString(1)).orElse("unknown");
    }
}
