package io.multichat.sinks.sqlite;

import java.sql.SQLException;

/** The full-text index contradicts itself. It holds nothing that is not in the messages, so it can be built anew. */
final class DamagedSearchException extends SQLException {
    private static final long serialVersionUID = 1L;

    DamagedSearchException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
