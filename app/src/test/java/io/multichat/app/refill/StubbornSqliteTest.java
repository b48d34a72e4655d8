package io.multichat.app.refill;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.command.CommandRun;
import io.multichat.jobs.refill.RefillProgress;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.sinks.sqlite.read.SqlitePositions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refill of a database that another process locks, or that refuses entries. */
class StubbornSqliteTest {
    private static final int DAYS = 10;

    @TempDir
    private Path folder;

    private LostStores stores;

    /** Locks the database when a refill begins or has written a batch, until the refill waits. */
    private static final class Locker implements RefillProgress {
        private final Statement database;
        private final List<String> problems = new ArrayList<>();

        Locker(Statement database) {
            this.database = database;
        }

        @Override
        public void at(long entries) {
            run("BEGIN IMMEDIATE");
        }

        @Override
        public void waiting(String problem) {
            problems.add(problem);
            run("COMMIT");
        }

        void run(String sql) {
            try {
                database.execute(sql);
            } catch (SQLException e) {
                throw new AssertionError(sql, e);
            }
        }
    }

    @BeforeEach
    void writeTheArchiveAndAnEmptyDatabase() {
        stores = new LostStores(folder);
        stores.archived(DailyChat.chat(0, DAYS));
        stores.stored(List.of());
    }

    @Test
    void aLongLockOnlyDelaysTheRefill() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + stores.sqlite());
                Statement database = other.createStatement()) {
            Locker locker = new Locker(database);
            locker.run("BEGIN IMMEDIATE");

            FilledAnswer answer = stores.refilledSqlite(stores.archive(), locker);

            assertThat(answer.refused()).isZero();
            assertThat(locker.problems)
                    .hasSize(2)
                    .allSatisfy(problem -> assertThat(problem).contains("another process is writing"));
        }
        assertThat(stores.verified(Map.of()).stores().get("sqlite")).isEqualTo(new VerifyReport.Held(DAYS, DAYS));
        assertThat(SqlitePositions.read(stores.sqlite())).containsEntry(LostStores.TRANSCRIPT, (long) DAYS);
    }

    @Test
    void entriesThatTheDatabaseRefusesAreLeftOutAndCounted() throws SQLException, IOException {
        refuse("m3", "m9");

        FilledAnswer answer = stores.refilledSqlite();

        assertThat(answer.refused()).isEqualTo(2);
        assertThat(stores.verified(Map.of()).stores().get("sqlite")).isEqualTo(new VerifyReport.Held(DAYS - 2, DAYS));
        assertThat(SqlitePositions.read(stores.sqlite())).containsEntry(LostStores.TRANSCRIPT, (long) DAYS);
        assertThat(stores.stored(List.of())).isEqualTo(DAYS);
    }

    @Test
    void refusedEntriesLeadToExitCode3() throws SQLException {
        refuse("m3");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = new CommandRun(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
                .execute("refill", "sqlite", "--data-dir", folder.toString());

        assertThat(exitCode).as(err.toString()).isEqualTo(3);
        assertThat(out.toString()).contains("given 10 events and 10 versions of sessions", "1 of them were refused");
    }

    /** A trigger simulates a reason that only the database knows. */
    private void refuse(String... messageIds) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + stores.sqlite());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER refuse BEFORE INSERT ON messages WHEN new.message_id IN ('"
                    + String.join("', '", messageIds) + "') BEGIN SELECT RAISE(ABORT, 'not this one'); END");
        }
    }
}
