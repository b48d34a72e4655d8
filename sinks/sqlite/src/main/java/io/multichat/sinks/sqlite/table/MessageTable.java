package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.Sender;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes creations of messages. Of several creations of one message the body of the greatest counts, in the order of
 * {@link io.multichat.events.Revision}, at the least of their places, and a revision hides it: so a row is the same in whatever
 * order everything comes.
 *
 * <p>Nearly every creation is new, so all are inserted blindly, and only those that met a row are merged into it.
 */
public final class MessageTable {
    private static final String INSERT = "INSERT INTO messages (conversation_id, sent_at, ordering, message_id,"
            + " sender_id, sender_name, role, reply_to, text, event, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"
            + " ON CONFLICT (conversation_id, message_id) DO NOTHING";

    private static final String GREATER = "(ordering IS NULL OR CAST(?10 AS TEXT) > coalesce(original, event))";
    private static final String EARLIER = "(ordering IS NULL OR (?2, ?3) < (sent_at, ordering))";
    private static final String SHOWN = GREATER + " AND edited_at IS NULL AND deleted_at IS NULL";
    private static final String HIDDEN = GREATER + " AND (edited_at IS NOT NULL OR deleted_at IS NOT NULL)";

    // An unhidden creation is the event of its row, a hidden one the original.
    private static final String MERGE = "UPDATE messages SET"
            + " sent_at = iif(" + EARLIER + ", ?2, sent_at),"
            + " ordering = iif(" + EARLIER + ", ?3, ordering),"
            + " sender_id = iif(" + GREATER + ", ?5, sender_id),"
            + " sender_name = iif(" + GREATER + ", ?6, sender_name),"
            + " role = iif(" + GREATER + ", ?7, role),"
            + " reply_to = iif(" + GREATER + ", ?8, reply_to),"
            + " text = iif(" + SHOWN + ", ?9, text),"
            + " event = iif(" + SHOWN + ", CAST(?10 AS TEXT), event),"
            + " original = iif(" + HIDDEN + ", CAST(?10 AS TEXT), original)"
            + " WHERE conversation_id = ?1 AND message_id = ?4 AND (" + GREATER + " OR " + EARLIER + ")"
            + " RETURNING id, text";

    private final PreparedStatement insert;
    private final PreparedStatement merge;
    private final PreparedStatement nextFreeId;
    private final SearchIndex search;
    private final List<Creation> pending = new ArrayList<>();
    private long nextId;

    /** @param text null when it has none; built once, which is costly */
    private record Creation(long conversationId, SinkEntry.Transcript entry, long id, String text) {}

    public MessageTable(Connection connection, SearchIndex search) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        merge = connection.prepareStatement(MERGE);
        nextFreeId = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM messages");
        this.search = search;
    }

    /** Takes a creation down. Only inside a transaction that writes, so that ids which were free stay free. */
    public void add(long conversationId, SinkEntry.Transcript entry) throws SQLException {
        if (pending.isEmpty()) {
            try (ResultSet result = nextFreeId.executeQuery()) {
                result.next();
                nextId = result.getLong(1);
            }
        }
        String text = entry.event().content().text().orElse(null);
        Creation creation = new Creation(conversationId, entry, nextId++, text);
        pending.add(creation);
        bind(insert, creation).number(creation.id());
        insert.addBatch();
    }

    /** Writes what was taken down. */
    public void flush() throws SQLException {
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
