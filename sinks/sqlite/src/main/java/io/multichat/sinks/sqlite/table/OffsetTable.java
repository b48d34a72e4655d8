package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.sqlite.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.common.TopicPartition;

/** Where a connector goes on reading, per partition, and which record it read last. */
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

    /** {@link StoredOffset#NONE} when there is none. */
    public StoredOffset read(TopicPartition partition) throws SQLException {
        name(select, partition);
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? new StoredOffset(result.getLong(1), result.getBytes(2)) : StoredOffset.NONE;
        }
    }

    /** Sets the offset unless a greater one is there: another task may have written further. */
    public void advance(TopicPartition partition, StoredOffset offset) throws SQLException {
        name(advance, partition).number(offset.next()).bytes(offset.lastRecord());
        advance.executeUpdate();
    }

    /** Sets the offset, back too; what lies before it is not known. */
    public void replace(TopicPartition partition, long nextOffset) throws SQLException {
        name(replace, partition).number(nextOffset).bytes(null);
        replace.executeUpdate();
    }

    private Parameters name(PreparedStatement statement, TopicPartition partition) throws SQLException {
        return new Parameters(statement).text(connector).text(partition.topic()).number(partition.partition());
    }
}
