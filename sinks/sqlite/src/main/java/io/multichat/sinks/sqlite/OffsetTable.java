package io.multichat.sinks.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Where a connector goes on reading, per partition. */
final class OffsetTable {
    private static final String INSERT =
            "INSERT INTO sink_offsets (connector, topic, partition, next_offset) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (connector, topic, partition) DO UPDATE SET next_offset = excluded.next_offset";

    private final String connector;
    private final PreparedStatement select;
    private final PreparedStatement advance;
    private final PreparedStatement replace;

    OffsetTable(Connection connection, String connector) throws SQLException {
        this.connector = connector;
        select = connection.prepareStatement(
                "SELECT next_offset FROM sink_offsets WHERE connector = ? AND topic = ? AND partition = ?");
        advance = connection.prepareStatement(INSERT + " WHERE excluded.next_offset > next_offset");
        replace = connection.prepareStatement(INSERT);
    }

    OptionalLong read(TopicPartition partition) throws SQLException {
        name(select, partition);
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Sets the offset unless a greater one is there: another task may have written further. */
    void advance(TopicPartition partition, long nextOffset) throws SQLException {
        name(advance, partition).number(nextOffset);
        advance.executeUpdate();
    }

    /** Sets the offset, back too. */
    void replace(TopicPartition partition, long nextOffset) throws SQLException {
        name(replace, partition).number(nextOffset);
        replace.executeUpdate();
    }

    private Parameters name(PreparedStatement statement, TopicPartition partition) throws SQLException {
        return new Parameters(statement).text(connector).text(partition.topic()).number(partition.partition());
    }
}
