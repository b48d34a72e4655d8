package io.multichat.sinks.sqlite.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is prepared once for all callers with the same SQL. */
class ReaderConnectionTest {
    private static final String QUERY = "SELECT ? * 2";

    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        String file = folder.resolve("empty.db").toString();
        connection = new ReaderConnection("jdbc:sqlite:" + file, file, new Properties());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aClosedStatementIsUsedAgain() throws SQLException {
        PreparedStatement first = connection.prepareStatement(QUERY);
        assertThat(ask(first, 4)).isEqualTo(8);
        first.close();

        PreparedStatement second = connection.prepareStatement(QUERY);

        assertThat(second).isSameAs(first);
        assertThat(ask(second, 5)).isEqualTo(10);
    }

    @Test
    void aQueryCanRunWhileTheSameQueryIsRead() throws SQLException {
        PreparedStatement outer = connection.prepareStatement(QUERY);
        PreparedStatement inner = connection.prepareStatement(QUERY);
        assertThat(inner).isNotSameAs(outer);
        assertThat(ask(outer, 1)).isEqualTo(2);
        assertThat(ask(inner, 2)).isEqualTo(4);

        inner.close();
        outer.close();

        assertThat(connection.prepareStatement(QUERY)).isSameAs(outer);
        assertThat(inner.isClosed()).isTrue();
    }

    @Test
    void theStatementsUsedLongestAgoAreClosed() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            PreparedStatement statement = connection.prepareStatement("SELECT " + i);
            statements.add(statement);
            statement.close();
        }

        assertThat(statements.get(0).isClosed()).isTrue();
        assertThat(statements.get(99).isClosed()).isFalse();
    }

    private static long ask(PreparedStatement statement, long value) throws SQLException {
        statement.setLong(1, value);
        try (ResultSet result = statement.executeQuery()) {
            return result.getLong(1);
        }
    }
}
