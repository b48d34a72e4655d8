package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.index.SearchScope;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Erases rows that are already stored when a marker arrives. Everything happens within the open write transaction. */
public final class ErasedRows {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final String WITHIN = "WHERE conversation_id = ? AND sent_at BETWEEN ? AND ?";
    /** Not indexed. */
    private static final SearchIndex.Entry NO_TEXT = new SearchIndex.Entry(
            Optional.empty(), new SearchScope(Optional.empty(), Optional.empty(), Optional.empty()));

    private final Connection connection;
    private final RevisionTable revisions;
    private final ErasedEvents events;
    private final PreparedStatement update;
    private final SearchIndex search;

    /** @param search the caller flushes it after the erasures of a transaction */
    public ErasedRows(Connection connection, SearchIndex search) throws SQLException {
        this.connection = connection;
        this.revisions = new RevisionTable(connection);
        this.events = new ErasedEvents(connection);
        this.update = connection.prepareStatement(MessageColumns.UPDATE);
        this.search = search;
    }

    /** Erases what a marker covers in a conversation. */
    public void erase(Conversation conversation, long conversationId, ErasureMarker marker) throws SQLException {
        if (marker.removesMessages()) {
            deleteWithin(conversationId, marker);
        } else {
            eraseParticipant(conversation, conversationId, marker);
        }
    }

    /** Erases the edits and deletes of a message that arrived before its creation, whose author had been erased. */
    public void eraseMessage(long conversationId, String messageId) throws SQLException {
        Optional<Long> id = new Select("SELECT id FROM messages")
                .with("WHERE conversation_id = ? AND message_id = ?", conversationId, messageId)
                .first(connection, row -> row.getLong(1));
        if (id.isPresent()) {
            rewrite(conversationId, id.get(), true, revision -> true);
            // The erasure may have been cleaned up already.
            update("UPDATE erasure_cleanup SET cleaned = 0");
        }
    }

    private void deleteWithin(long conversationId, ErasureMarker marker) throws SQLException {
        // Two conditions, so that each uses its index.
        for (String known : List.of(" AND ordering IS NOT NULL", " AND ordering IS NULL")) {
            within("SELECT id FROM messages ", conversationId, marker)
                    .with(known)
                    .all(connection, row -> row.getLong(1))
                    .forEach(id -> search.changed(id, NO_TEXT));
            update("DELETE FROM messages " + WITHIN + known, conversationId, marker.from(), marker.until());
        }
        events.erase(conversationId, marker, null);
    }

    private void eraseParticipant(Conversation conversation, long conversationId, ErasureMarker marker)
            throws SQLException {
        for (String sender : senders(conversation, conversationId, marker)) {
            events.erase(conversationId, marker, sender);
            List<Long> messages = within("SELECT id FROM messages ", conversationId, marker)
                    .with("AND ordering IS NOT NULL AND sender_id = ?", sender)
                    .all(connection, row -> row.getLong(1));
            for (Long id : messages) {
                rewrite(conversationId, id, true, revision -> true);
            }
        }
        for (Map.Entry<Long, Long> revised : revisedBy(conversationId, marker).entrySet()) {
            rewrite(conversationId, revised.getKey(), false, event -> marker.covers(event, revised.getValue()));
        }
    }

    /** The ids of the participant: one, or none if the participant neither wrote nor reacted nor joined. */
    private Set<String> senders(Conversation conversation, long conversationId, ErasureMarker marker)
            throws SQLException {
        Set<String> senders = new HashSet<>();
        for (String table : List.of("messages ", "events ")) {
            senders.addAll(within("SELECT DISTINCT sender_id FROM " + table, conversationId, marker)
                    .with("AND sender_id IS NOT NULL")
                    .all(connection, row -> row.getString(1)));
        }
        senders.removeIf(sender -> !marker.participant().equals(Optional.of(ParticipantHash.of(conversation, sender))));
        return senders;
    }

    /** The messages of which the participant made an edit or a delete, with their times. */
    private Map<Long, Long> revisedBy(long conversationId, ErasureMarker marker) throws SQLException {
        Map<Long, Long> revised = new HashMap<>();
        new Select("SELECT m.id, m.sent_at, r.event FROM message_revisions AS r JOIN messages AS m"
                        + " ON m.conversation_id = r.conversation_id AND m.message_id = r.message_id")
                .with("WHERE r.conversation_id = ?", conversationId)
                .forEachWhile(connection, row -> {
                    if (marker.covers(DECODER.decode(row.getBytes(3)), row.getLong(2))) {
                        revised.put(row.getLong(1), row.getLong(2));
                    }
                    return true;
                });
        return revised;
    }

    /**
     * Rewrites a message and its revisions.
     *
     * @param whole true if its author was erased
     * @param erased the edits and deletes of which only the remainder stays
     */
    private void rewrite(long conversationId, long id, boolean whole, Predicate<ChatEvent> erased) throws SQLException {
        MessageRow stored = new Select(MessageColumns.SELECT)
                .with("WHERE id = ?", id)
                .first(connection, MessageColumns::read)
                .orElseThrow();
        String messageId = stored.position().messageId();
        Optional<MessageRow> row =
                RowErasure.created(stored).map(created -> whole ? RowErasure.erased(created) : created);
        List<byte[]> values = new Select("SELECT event FROM message_revisions")
                .with("WHERE conversation_id = ? AND message_id = ?", conversationId, messageId)
                .all(connection, revision -> revision.getBytes(1));
        update("DELETE FROM message_revisions WHERE conversation_id = ? AND message_id = ?", conversationId, messageId);
        for (byte[] value : values) {
            ChatEvent event = DECODER.decode(value);
            byte[] rest = erased.test(event) ? ErasedEvent.of(event) : value;
            MessageRow revised = MessageRow.of(
                    DECODER.decode(rest),
                    rest,
                    new Placement(Optional.empty(), stored.position().sentAt(), 0, event.type()));
            row = row.map(before -> before.merge(revised)).or(() -> Optional.of(revised));
            revisions.add(conversationId, event, rest);
        }
        revisions.flush();
        MessageColumns.bind(update, row.orElseThrow()).number(id);
        update.executeUpdate();
        search.changed(id, row.get().indexed(conversationId));
    }

    private static Select within(String select, long conversationId, ErasureMarker marker) {
        return new Select(select).with(WITHIN, conversationId, marker.from(), marker.until());
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
