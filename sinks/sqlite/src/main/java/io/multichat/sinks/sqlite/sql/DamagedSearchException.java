package io.multichat.sinks.sqlite.sql;

import java.sql.SQLException;

/** The full-text index contradicts itself. It holds nothing that is not in the messages, so it can be built anew. */
public final class DamagedSearchException extends SQLException {
    private static final long serialVersionUID = 1L;

    public DamagedSearchException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
