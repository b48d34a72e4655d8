package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Erases rows of {@code events}. Commands stay, and so do the remainders of explicit ends. */
final class ErasedEvents {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final String WITHIN =
            "WHERE conversation_id = ? AND sent_at BETWEEN ? AND ? AND (? IS NULL OR sender_id = ?)";
    private static final String DELETE = Arrays.stream(EventType.values())
            .filter(EventType::isCommand)
            .map(type -> "'" + type.wireName() + "'")
            .collect(Collectors.joining(", ", "DELETE FROM events " + WITHIN + " AND type NOT IN (", ")"));

    private final Connection connection;
    private final EventTable events;

    private record End(ChatEvent event, Placement placement) {}

    ErasedEvents(Connection connection) throws SQLException {
        this.connection = connection;
        this.events = new EventTable(connection);
    }

    /**
     * Erases the events within the times of a marker.
     *
     * @param sender whose events; null for everybody's
     */
    void erase(long conversationId, ErasureMarker marker, String sender) throws SQLException {
        List<End> ends = new Select("SELECT sent_at, ordering, event FROM events WHERE type = 'session.ended'")
                .with("AND conversation_id = ?", conversationId)
                .with("AND sent_at BETWEEN ? AND ?", marker.from(), marker.until())
                .with("AND sender_id = ?", Optional.ofNullable(sender))
                .all(
                        connection,
                        row -> new End(
                                DECODER.decode(row.getBytes("event")),
                                new Placement(
                                        Optional.empty(),
                                        row.getLong("sent_at"),
                                        row.getLong("ordering"),
                                        EventType.SESSION_ENDED)));
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, conversationId);
            delete.setLong(2, marker.from());
            delete.setLong(3, marker.until());
            delete.setString(4, sender);
            delete.setString(5, sender);
            delete.executeUpdate();
        }
        for (End end : ends) {
            byte[] remainder = ErasedEvent.of(end.event());
            events.add(conversationId, DECODER.decode(remainder), remainder, end.placement());
        }
        events.flush();
    }
}
