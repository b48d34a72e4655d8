package io.multichat.sinks.sqlite;

import io.multichat.events.ChatEvent;
import io.multichat.events.Sender;
import io.multichat.sinks.core.SinkEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes creations of messages. Of several creations of one message the greatest counts, by (bytes, time, order), and a
 * revision hides it: so a row is the same in whatever order everything comes.
 *
 * <p>Nearly every creation is new, so all are inserted blindly, and only those that met a row are merged into it.
 */
final class MessageTable {
    private static final String INSERT = "INSERT INTO messages (conversation_id, sent_at, ordering, message_id,"
            + " sender_id, sender_name, role, reply_to, text, event, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"
            + " ON CONFLICT (conversation_id, message_id) DO NOTHING";

    // An unhidden creation is the event of its row, a hidden one the original.
    private static final String MERGE = """
            UPDATE messages SET
              sent_at = ?2, ordering = ?3, sender_id = ?5, sender_name = ?6, role = ?7, reply_to = ?8,
              text = iif(edited_at IS NULL AND deleted_at IS NULL, ?9, text),
              original = iif(edited_at IS NULL AND deleted_at IS NULL, NULL, CAST(?10 AS TEXT)),
              event = iif(edited_at IS NULL AND deleted_at IS NULL, CAST(?10 AS TEXT), event)
            WHERE conversation_id = ?1 AND message_id = ?4
              AND (ordering IS NULL
                OR (CAST(?10 AS TEXT), ?2, ?3) > (coalesce(original, event), sent_at, ordering))
            RETURNING id, text""";

    private final PreparedStatement insert;
    private final PreparedStatement merge;
    private final PreparedStatement nextFreeId;
    private final SearchIndex search;
    private final List<Creation> pending = new ArrayList<>();
    private long nextId;

    private record Creation(long conversationId, SinkEntry.Transcript entry, long id) {
        String text() {
            return entry.event().content().text().orElse(null);
        }
    }

    MessageTable(Connection connection, SearchIndex search) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        merge = connection.prepareStatement(MERGE);
        nextFreeId = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM messages");
        this.search = search;
    }

    /** Takes a creation down. Only inside a transaction that writes, so that ids which were free stay free. */
    void add(long conversationId, SinkEntry.Transcript entry) throws SQLException {
        if (pending.isEmpty()) {
            try (ResultSet result = nextFreeId.executeQuery()) {
                result.next();
                nextId = result.getLong(1);
            }
        }
        Creation creation = new Creation(conversationId, entry, nextId++);
        pending.add(creation);
        bind(insert, creation).number(creation.id());
        insert.addBatch();
    }

    /** Writes what was taken down. */
    void flush() throws SQLException {
        int[] inserted = insert.executeBatch();
        for (int i = 0; i < inserted.length; i++) {
            Creation creation = pending.get(i);
            if (inserted[i] == 1) {
                search.added(creation.id(), creation.text());
            } else {
                merge(creation);
            }
        }
        pending.clear();
    }

    private void merge(Creation creation) throws SQLException {
        bind(merge, creation);
        try (ResultSet changed = merge.executeQuery()) {
            if (changed.next()) {
                search.changed(changed.getLong(1), changed.getString(2));
            }
        }
    }

    private static Parameters bind(PreparedStatement statement, Creation creation) throws SQLException {
        ChatEvent event = creation.entry().event();
        Sender sender = event.sender().orElseThrow();
        return new Parameters(statement)
                .number(creation.conversationId())
                .number(creation.entry().placement().sentAt())
                .number(creation.entry().placement().order())
                .text(event.messageId().orElseThrow())
                .text(sender.id())
                .text(sender.name())
                .text(sender.role().wireName())
                .text(event.content().replyTo())
                .text(creation.text())
                .bytes(creation.entry().value());
    }
}
