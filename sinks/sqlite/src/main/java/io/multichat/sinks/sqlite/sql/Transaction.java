package io.multichat.sinks.sqlite.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All or nothing. The write lock is taken at the beginning, where waiting for it is harmless; a transaction that begins as
 * a reader would fail at its first write when somebody else has written meanwhile.
 */
public final class Transaction {
    private final Connection connection;
    private boolean open;

    /** What is done inside. */
    public interface Work {
        void run() throws SQLException;
    }

    public Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work and commits it. After an exception nothing of it is in the file and no transaction is open. */
    public static void run(Connection connection, Work work) throws SQLException {
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
    public void begin() throws SQLException {
        if (!open) {
            execute("BEGIN IMMEDIATE");
            open = true;
        }
    }

    public void commit() throws SQLException {
        execute("COMMIT");
        open = false;
    }

    /** Sets the place to which {@link #backToMark()} goes back. */
    public void mark() throws SQLException {
        execute("SAVEPOINT mark");
    }

    /** Undoes what was done since {@link #mark()}. */
    public void backToMark() throws SQLException {
        execute("ROLLBACK TO mark");
    }

    public void removeMark() throws SQLException {
        execute("RELEASE mark");
    }

    /** Undoes all of it, if it has begun. */
    public void giveUp() throws SQLException {
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
