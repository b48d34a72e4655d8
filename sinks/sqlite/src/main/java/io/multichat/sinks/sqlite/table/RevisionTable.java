package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Revision;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Writes edits and deletes of messages: all of them as revisions, the newest into the message's row. Before its creation has
 * come, a message has a row without a place ({@code ordering}), under the least time that its revisions name.
 *
 * <p>{@code edited_at} and {@code deleted_at} are the greatest of their kind. The event of a row is that of its newest
 * revision, in the order of {@link Revision}; texts compare as bytes.
 */
public final class RevisionTable {
    private static final String PLACE = """
              sent_at = iif(ordering IS NULL, min(sent_at, excluded.sent_at), sent_at),
              original = iif(ordering IS NOT NULL AND edited_at IS NULL AND deleted_at IS NULL, event, original),
            """;

    private static final String PLACED_EARLIER = "(ordering IS NULL AND excluded.sent_at < sent_at)";

    private static final String NEWEST_EDIT = "(deleted_at IS NULL AND (edited_at IS NULL"
            + " OR (excluded.edited_at, excluded.event) > (edited_at, event)))";

    private static final String NEWEST_DELETE =
            "(deleted_at IS NULL OR (excluded.deleted_at, excluded.event) > (deleted_at, event))";

    private static final String EDIT = "INSERT INTO messages"
            + " (conversation_id, sent_at, message_id, edited_at, event, text)"
            + " VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?)"
            + " ON CONFLICT (conversation_id, message_id) DO UPDATE SET " + PLACE
            + " text = iif(" + NEWEST_EDIT + ", excluded.text, text),"
            + " event = iif(" + NEWEST_EDIT + ", excluded.event, event),"
            + " edited_at = max(excluded.edited_at, coalesce(edited_at, excluded.edited_at))"
            + " WHERE " + NEWEST_EDIT + " OR edited_at IS NULL OR excluded.edited_at > edited_at OR " + PLACED_EARLIER
            + " RETURNING id, text";

    private static final String DELETE = "INSERT INTO messages"
            + " (conversation_id, sent_at, message_id, deleted_at, event)"
            + " VALUES (?, ?, ?, ?, CAST(? AS TEXT))"
            + " ON CONFLICT (conversation_id, message_id) DO UPDATE SET " + PLACE
            + " text = NULL,"
            + " event = iif(" + NEWEST_DELETE + ", excluded.event, event),"
            + " deleted_at = max(excluded.deleted_at, coalesce(deleted_at, excluded.deleted_at))"
            + " WHERE " + NEWEST_DELETE + " OR " + PLACED_EARLIER
            + " RETURNING id, text";

    private static final String REVISION = "INSERT INTO message_revisions"
            + " (conversation_id, message_id, rank, revised_at, event) VALUES (?, ?, ?, ?, CAST(? AS TEXT))"
            + " ON CONFLICT DO NOTHING";

    private final PreparedStatement edit;
    private final PreparedStatement delete;
    private final PreparedStatement revision;
    private final SearchIndex search;

    public RevisionTable(Connection connection, SearchIndex search) throws SQLException {
        edit = connection.prepareStatement(EDIT);
        delete = connection.prepareStatement(DELETE);
        revision = connection.prepareStatement(REVISION);
        this.search = search;
    }

    /** Writes an edit or a delete; to be called when the creations of its batch are written. */
    public void write(long conversationId, SinkEntry.Transcript entry) throws SQLException {
        ChatEvent event = entry.event();
        String messageId = event.messageId().orElseThrow();
        boolean isEdit = event.type() == EventType.MESSAGE_EDITED;
        Parameters parameters = new Parameters(isEdit ? edit : delete)
                .number(conversationId)
                .number(entry.placement().sentAt())
                .text(messageId)
                .number(event.at())
                .bytes(entry.value());
        if (isEdit) {
            parameters.text(event.content().text());
        }
        upsert(isEdit ? edit : delete);
        new Parameters(revision)
                .number(conversationId)
                .text(messageId)
                .number(Revision.of(event, entry.value()).rank())
                .number(event.at())
                .bytes(entry.value());
        revision.executeUpdate();
    }

    private void upsert(PreparedStatement statement) throws SQLException {
        try (ResultSet changed = statement.executeQuery()) {
            if (changed.next()) {
                search.changed(changed.getLong(1), changed.getString(2));
            }
        }
    }
}
