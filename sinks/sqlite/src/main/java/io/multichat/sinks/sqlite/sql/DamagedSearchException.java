package io.multichat.sinks.sqlite.sql;

import java.sql.SQLException;

/** The full-text index is damaged. It can be rebuilt, because everything in it comes from the messages. */
public final class DamagedSearchException extends SQLException {
    private static final long serialVersionUID = 1L;

    public DamagedSearchException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
