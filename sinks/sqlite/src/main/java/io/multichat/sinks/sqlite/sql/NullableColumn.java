package io.multichat.sinks.sqlite.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Reads columns that may be NULL. */
public final class NullableColumn {
    private NullableColumn() {}

    /** The integer in a column of the current row; empty for NULL. */
    public static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The integer in a column of the current row, counted from 1; empty for NULL. */
    public static OptionalLong number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
