package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The table {@code sink_offsets}: the offset from which a connector continues in each topic-partition. */
public final class OffsetTable {
    private static final String INSERT =
            "INSERT INTO sink_offsets (connector, topic, partition, next_offset, last_record) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (connector, topic, partition) DO UPDATE"
                    + " SET next_offset = excluded.next_offset, last_record = excluded.last_record";

    private final String connector;
    private final PreparedStatement select;
    private final PreparedStatement advance;
    private final PreparedStatement replace;

    public OffsetTable(Connection connection, String connector) throws SQLException {
        this.connector = connector;
        select = connection.prepareStatement(
                "SELECT next_offset, last_record FROM sink_offsets WHERE connector = ? AND topic = ? AND partition = ?");
        advance = connection.prepareStatement(INSERT + " WHERE excluded.next_offset > next_offset");
        replace = connection.prepareStatement(INSERT);
    }

    /** The stored offset; {@link StoredOffset#NONE} if there is none. */
    public StoredOffset read(TopicPartition partition) throws SQLException {
        key(select, partition);
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? new StoredOffset(result.getLong(1), result.getBytes(2)) : StoredOffset.NONE;
        }
    }

    /** Sets the offset, unless a greater one is stored: another task may have written further. */
    public void advance(TopicPartition partition, StoredOffset offset) throws SQLException {
        key(advance, partition).number(offset.next()).bytes(offset.lastRecord());
        advance.executeUpdate();
    }

    /** Sets the offset, even to a lower one. The hash of the record before it becomes unknown. */
    public void replace(TopicPartition partition, long nextOffset) throws SQLException {
        key(replace, partition).number(nextOffset).bytes(Optional.empty());
        replace.executeUpdate();
    }

    private StatementParameters key(PreparedStatement statement, TopicPartition partition) throws SQLException {
        return new StatementParameters(statement)
                .text(connector)
                .text(partition.topic())
                .number(partition.partition());
    }
}
