package io.multichat.sinks.sqlite.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;

/** Binds the parameters of a statement, from the first to the last. Empty values are bound as NULL. */
public final class StatementParameters {
    private final PreparedStatement statement;
    private int next = 1;

    public StatementParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public StatementParameters number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    public StatementParameters number(OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            return number(value.getAsLong());
        }
        statement.setNull(next++, Types.INTEGER);
        return this;
    }

    public StatementParameters text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    public StatementParameters text(Optional<String> value) throws SQLException {
        return text(value.orElse(null));
    }

    /** Binds a blob. Where the statement says {@code CAST(? AS TEXT)}, SQLite stores it as text: the bytes are UTF-8. */
    public StatementParameters bytes(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }

    /** Binds a blob, see {@link #bytes(byte[])}. */
    public StatementParameters bytes(Optional<byte[]> value) throws SQLException {
        return bytes(value.orElse(null));
    }

    /** Binds a Long or a String. */
    StatementParameters any(Object value) throws SQLException {
        return value instanceof Long number ? number(number) : text((String) value);
    }
}
