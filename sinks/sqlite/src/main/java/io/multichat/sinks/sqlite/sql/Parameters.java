package io.multichat.sinks.sqlite.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;

/** Binds the parameters of a statement one after the other. */
public final class Parameters {
    private final PreparedStatement statement;
    private int next = 1;

    public Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    public Parameters number(OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            return number(value.getAsLong());
        }
        statement.setNull(next++, Types.INTEGER);
        return this;
    }

    public Parameters text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    /** NULL when there is none. */
    public Parameters text(Optional<String> value) throws SQLException {
        return text(value.orElse(null));
    }

    /** A blob; where the statement says {@code CAST(? AS TEXT)}, a text that is taken from its UTF-8 as it is. */
    public Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }

    /** A Long or a String. */
    Parameters any(Object value) throws SQLException {
        return value instanceof Long number ? number(number) : text((String) value);
    }
}
