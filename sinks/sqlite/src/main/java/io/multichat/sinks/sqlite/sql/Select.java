package io.multichat.sinks.sqlite.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query that grows clause by clause. Values only ever travel as parameters. */
public final class Select {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /** Makes something of the row that a result stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public Select(String sql) {
        this.sql = new StringBuilder(sql);
    }

    /**
     * Appends a clause.
     *
     * @param parameters one for each question mark, each a Long or a String
     */
    public Select with(String clause, Object... parameters) {
        sql.append(' ').append(clause);
        values.addAll(List.of(parameters));
        return this;
    }

    /** Appends a clause with one parameter when there is a value for it. */
    public Select with(String clause, Optional<?> parameter) {
        return parameter.isPresent() ? with(clause, parameter.get()) : this;
    }

    public <T> List<T> all(Connection connection, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            Parameters parameters = new Parameters(statement);
            for (Object value : values) {
                parameters.any(value);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
        }
        return rows;
    }

    public <T> Optional<T> first(Connection connection, RowReader<T> reader) throws SQLException {
        return all(connection, reader).stream().findFirst();
    }
}
