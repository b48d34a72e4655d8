package io.multichat.sinks.sqlite.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A query, built clause by clause. Values are always bound as parameters. */
public final class Select {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /** Reads the current row of a result. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public Select(String sql) {
        this.sql = new StringBuilder(sql);
    }

    /**
     * Appends a clause.
     *
     * @param parameters a Long or a String for each question mark
     */
    public Select with(String clause, Object... parameters) {
        sql.append(' ').append(clause);
        values.addAll(List.of(parameters));
        return this;
    }

    /** Appends a clause with one parameter, if there is a value for it. */
    public Select with(String clause, Optional<?> parameter) {
        return parameter.isPresent() ? with(clause, parameter.get()) : this;
    }

    /** Appends a clause with one parameter, if there is a value for it. */
    public Select with(String clause, OptionalLong parameter) {
        return parameter.isPresent() ? with(clause, parameter.getAsLong()) : this;
    }

    /** Runs the query and reads all rows. */
    public <T> List<T> all(Connection connection, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEachWhile(connection, row -> rows.add(reader.read(row)));
        return rows;
    }

    /**
     * Runs the query and reads rows one by one, without holding them.
     *
     * @param reader returns false to stop
     */
    public void forEachWhile(Connection connection, RowReader<Boolean> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            StatementParameters parameters = new StatementParameters(statement);
            for (Object value : values) {
                parameters.any(value);
            }
            try (ResultSet result = statement.executeQuery()) {
                boolean wanted = true;
                while (wanted && result.next()) {
                    wanted = reader.read(result);
                }
            }
        }
    }

    /** Runs the query and returns the first row; empty if there is none. */
    public <T> Optional<T> first(Connection connection, RowReader<T> reader) throws SQLException {
        return all(connection, reader).stream().findFirst();
    }
}
