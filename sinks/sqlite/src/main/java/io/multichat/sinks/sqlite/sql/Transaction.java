package io.multichat.sinks.sqlite.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A write transaction. It takes the write lock when it begins, where waiting for the lock is harmless; a transaction that
 * began as a reader would fail at its first write if another process had written in the meantime.
 */
public final class Transaction {
    private final Connection connection;
    private boolean open;

    /** Statements to run inside a transaction. */
    public interface Work {
        void run() throws SQLException;
    }

    /** Does not begin yet. */
    public Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work in a transaction of its own. After an exception nothing is changed and no transaction is open. */
    public static void run(Connection connection, Work work) throws SQLException {
        Transaction transaction = new Transaction(connection);
        transaction.begin();
        try {
            work.run();
            transaction.commit();
        } catch (SQLException | RuntimeException e) {
            try {
                transaction.rollBack();
            } catch (SQLException further) {
                // SQLite has already rolled back, as it does when the disk is full; otherwise closing the
                // connection will.
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    /** Begins the transaction, if it has not begun. */
    public void begin() throws SQLException {
        if (!open) {
            execute("BEGIN IMMEDIATE");
            open = true;
        }
    }

    /** Marks the state that {@link #rollBackToSavepoint()} restores. SQLite then keeps a copy of each page that changes. */
    public void setSavepoint() throws SQLException {
        execute("SAVEPOINT entry");
    }

    /** Undoes all changes since {@link #setSavepoint()} and removes the savepoint. */
    public void rollBackToSavepoint() throws SQLException {
        execute("ROLLBACK TO entry");
        releaseSavepoint();
    }

    /** Removes the savepoint and keeps the changes since. */
    public void releaseSavepoint() throws SQLException {
        execute("RELEASE entry");
    }

    public void commit() throws SQLException {
        execute("COMMIT");
        open = false;
    }

    /** Undoes the transaction, if it has begun. */
    public void rollBack() throws SQLException {
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
