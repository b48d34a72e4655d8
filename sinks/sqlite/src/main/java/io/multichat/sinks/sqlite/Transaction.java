package io.multichat.sinks.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All or nothing. The write lock is taken at the beginning, where waiting for it is harmless; a transaction that begins as
 * a reader would fail at its first write when somebody else has written meanwhile.
 */
final class Transaction {
    /** What is done inside. */
    interface Work {
        void run() throws SQLException;
    }

    private Transaction() {}

    /** Runs the work and commits it. After an exception nothing of it is in the file and no transaction is open. */
    static void run(Connection connection, Work work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            work.run();
            execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full; or else closing will.
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
