package io.multichat.sinks.sqlite.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/**
 * The time at which SQLite gives up the queries of a connection: they fail with {@code SQLITE_INTERRUPT}. Used by the thread that uses the
 * connection.
 */
public final class QueryDeadline extends ProgressHandler {
    /** Steps of SQLite's virtual machine between two looks at the clock, much less than a millisecond. */
    private static final int STEPS = 10_000;

    private volatile long end = System.nanoTime();

    private QueryDeadline() {}

    /** A deadline for all queries of a connection from now on. Call {@link #set} before each. */
    public static QueryDeadline on(Connection connection) throws SQLException {
        QueryDeadline deadline = new QueryDeadline();
        setHandler(connection, STEPS, deadline);
        return deadline;
    }

    /** @param nanoTime when to give up, as {@link System#nanoTime()} */
    public void set(long nanoTime) {
        end = nanoTime;
    }

    @Override
    protected int progress() {
        return System.nanoTime() - end < 0 ? 0 : 1;
    }
}
