package io.multichat.sinks.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All or nothing. The write lock is taken at the beginning, where waiting for it is harmless; a transaction that begins as
 * a reader would fail at its first write when somebody else has written meanwhile.
 */
final class Transaction {
    private final Connection connection;
    private boolean open;

    /** What is done inside. */
    interface Work {
        void run() throws SQLException;
    }

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work and commits it. After an exception nothing of it is in the file and no transaction is open. */
    static void run(Connection connection, Work work) throws SQLException {
        Transaction transaction = new Transaction(connection);
        transaction.begin();
        try {
            work.run();
            transaction.commit();
        } catch (SQLException | RuntimeException e) {
            try {
                transaction.giveUp();
            } catch (SQLException further) {
                // SQLite has rolled back by itself, as it does when the disk is full; or else closing will.
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    /** Begins unless it has begun. */
    void begin() throws SQLException {
        if (!open) {
            execute("BEGIN IMMEDIATE");
            open = true;
        }
    }

    void commit() throws SQLException {
        execute("COMMIT");
        open = false;
    }

    /** Sets the place to which {@link #backToMark()} goes back. */
    void mark() throws SQLException {
        execute("SAVEPOINT mark");
    }

    /** Undoes what was done since {@link #mark()}. */
    void backToMark() throws SQLException {
        execute("ROLLBACK TO mark");
    }

    void removeMark() throws SQLException {
        execute("RELEASE mark");
    }

    /** Undoes all of it, if it has begun. */
    void giveUp() throws SQLException {
        if (open) {
            execute("ROLLBACK");
            open = false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
