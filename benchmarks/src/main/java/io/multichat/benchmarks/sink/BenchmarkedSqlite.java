package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.RawSqlite;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A database file. The raw writer gets a file that the sink has created, with the same tables, indexes and triggers.
 *
 * @param file the database
 * @param search whether it has a full-text index
 */
record BenchmarkedSqlite(Path file, boolean search) implements BenchmarkedStore {
    private static final String COUNTS = "SELECT (SELECT count(*) FROM messages), (SELECT count(*) FROM sessions)";
    private static final String SEARCHABLE = "SELECT count(*) FROM messages_fts";

    @Override
    public List<Entrant> entrants() {
        return List.of(new Entrant("sink task", this::task), new Entrant("raw sqlite-jdbc", this::raw));
    }

    private Contender task() {
        return new TaskContender(
                new SqliteSinkConnector(),
                Map.of("name", "sqlite", "sqlite.file", file.toString(), "sqlite.search", Boolean.toString(search)));
    }

    private Contender raw() {
        task().finish();
        return RawSqlite.open(url(), search);
    }

    /** A message counts if it is also in the full-text index, where there is one. */
    @Override
    public StoredCounts contents() {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            StoredCounts found;
            try (ResultSet counts = statement.executeQuery(COUNTS)) {
                found = new StoredCounts(counts.getLong(1), counts.getLong(2));
            }
            if (search) {
                try (ResultSet count = statement.executeQuery(SEARCHABLE)) {
                    return new StoredCounts(Math.min(count.getLong(1), found.messages()), found.sessions());
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void clear() {
        for (String suffix : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(Path.of(file + suffix));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public double serverCpuSeconds() {
        return 0;
    }

    @Override
    public void close() {
        clear();
    }

    private String url() {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
