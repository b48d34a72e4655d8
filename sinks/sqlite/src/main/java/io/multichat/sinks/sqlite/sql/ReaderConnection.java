package io.multichat.sinks.sqlite.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that prepares a statement once: closed statements are kept for the next caller with the same SQL, because preparing
 * a query costs more than running most of them. Used by one thread at a time.
 */
public final class ReaderConnection extends JDBC4Connection {
    /** More than there are different queries; lists of ids in a query make some of different lengths. */
    private static final int KEPT = 64;

    private final Map<String, Kept> idle = new LinkedHashMap<>();

    /**
     * @param url the JDBC URL
     * @param file the path in it
     * @param settings of SQLite's driver
     */
    public ReaderConnection(String url, String file, Properties settings) throws SQLException {
        super(url, file, settings);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        Kept kept = idle.remove(sql);
        return kept == null ? new Kept(sql) : kept;
    }

    private void keep(Kept statement) throws SQLException {
        // Two of them when a query ran while the same query was read.
        Kept other = idle.put(statement.query, statement);
        if (other != null) {
            other.end();
        }
        if (idle.size() > KEPT) {
            idle.remove(idle.keySet().iterator().next()).end();
        }
    }

    /** A statement that is kept when it is closed. Its values stay bound until the next caller binds others. */
    private final class Kept extends JDBC4PreparedStatement {
        private final String query;

        Kept(String sql) throws SQLException {
            super(ReaderConnection.this, sql);
            this.query = sql;
        }

        @Override
        public void close() throws SQLException {
            keep(this);
        }

        private void end() throws SQLException {
            super.close();
        }
    }
}
