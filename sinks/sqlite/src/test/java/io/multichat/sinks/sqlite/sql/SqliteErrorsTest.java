package io.multichat.sinks.sqlite.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;

class SqliteErrorsTest {
    private final StoreFile file = new StoreFile();

    @BeforeEach
    void createTables() {
        RunningTask.on(file.path()).close();
    }

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void aFullDiskIsRetried() throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 40");

            StoreException full = failure(
                    statement,
                    "INSERT INTO conversations (key, hash, platform, channel)"
                            + " VALUES (hex(zeroblob(1000000)), 1, 'p', 'c')");
            assertThat(full.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(full).hasMessageContaining("free some space");
        }
    }

    @Test
    void aReadOnlyFileStopsTheTask() throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = TRUE");
            StoreException error = failure(statement, "DELETE FROM sessions");

            assertThat(error.verdict()).isEqualTo(Verdict.STOP);
            assertThat(error).hasMessageContaining("writable");
        }
    }

    @Test
    void aViolatedConstraintIsReportedEvenFromABatch() throws SQLException {
        try (Connection connection = file.connect();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO boundaries VALUES (1, ?)")) {
            statement.setString(1, "no time");
            statement.addBatch();

            SQLException error = assertThrows(SQLException.class, statement::executeBatch);

            assertThat(SqliteErrors.translate(file.path(), error).verdict()).isEqualTo(Verdict.REPORT);
        }
    }

    @Test
    void theCodeOfAWrappedExceptionIsFound() {
        SQLException busy = new SQLException("busy", null, SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT.code);
        SQLException wrapper = new BatchUpdateException("batch entry 3", new int[0], busy);

        StoreException error = SqliteErrors.translate(Path.of("x.db"), wrapper);

        assertThat(error.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(error).hasMessageContaining("x.db").hasCause(wrapper);
    }

    @Test
    void anUnknownErrorStopsTheTask() throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            assertThat(failure(statement, "DELETE FROM nowhere").verdict()).isEqualTo(Verdict.STOP);
        }
    }

    private StoreException failure(Statement statement, String sql) {
        SQLException error = assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
        return SqliteErrors.translate(file.path(), error);
    }
}
