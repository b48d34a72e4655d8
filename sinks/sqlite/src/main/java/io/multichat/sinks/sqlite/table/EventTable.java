package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code events}: every event that is not a version of a message. Of several events with the same identity, the
 * greatest is kept.
 */
public final class EventTable {
    private static final String UPSERT = """
            INSERT INTO events (identity, conversation_id, type, sent_at, ordering, message_id, sender_id, sender_name, role,
              emoji, event)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))
            ON CONFLICT (identity) DO UPDATE SET
              type = excluded.type, sent_at = excluded.sent_at, ordering = excluded.ordering,
              message_id = excluded.message_id, sender_id = excluded.sender_id, sender_name = excluded.sender_name,
              role = excluded.role, emoji = excluded.emoji, event = excluded.event
            WHERE (excluded.event, excluded.sent_at, excluded.ordering) > (event, sent_at, ordering)""";

    private final PreparedStatement upsert;

    public EventTable(Connection connection) throws SQLException {
        upsert = connection.prepareStatement(UPSERT);
    }

    /** Adds an event to the batch. */
    public void add(long conversationId, SinkEntry.Transcript entry) throws SQLException {
        add(conversationId, entry.event(), entry.value(), entry.placement());
    }

    void add(long conversationId, ChatEvent event, byte[] value, Placement placement) throws SQLException {
        Optional<Sender> sender = event.sender();
        new StatementParameters(upsert)
                .bytes(EventIdentity.of(event, value))
                .number(conversationId)
                .text(event.type().wireName())
                .number(placement.sentAt())
                .number(placement.order())
                .text(event.messageId())
                .text(sender.map(Sender::id))
                .text(sender.flatMap(Sender::name))
                .text(sender.map(present -> present.role().wireName()))
                .text(event.content().emoji())
                .bytes(value);
        upsert.addBatch();
    }

    /** Writes the batch. */
    public void flush() throws SQLException {
        upsert.executeBatch();
    }
}
