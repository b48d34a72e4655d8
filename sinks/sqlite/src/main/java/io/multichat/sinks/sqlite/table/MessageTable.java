package io.multichat.sinks.sqlite.table;

import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.sql.NullableColumn;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table {@code messages}: one row for each message, regardless of which versions have arrived. See {@link MessageRow}.
 *
 * <p>The versions of a batch are merged in memory. Nearly every message of a batch is new to the file, so all rows are
 * inserted blindly as one JDBC batch; only those whose message already has a row are merged into it one by one.
 */
public final class MessageTable {
    // The columns of a row as bind() fills them.
    private static final String INSERT = """
            INSERT INTO messages (sent_at, ordering, sender_id, sender_name, role, reply_to, text, edited_at, deleted_at,
              event, original, conversation_id, message_id, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
            ON CONFLICT (conversation_id, message_id) DO NOTHING""";

    private static final String SELECT = """
            SELECT id, sent_at, ordering, sender_id, sender_name, role, reply_to, text, edited_at, deleted_at, event, original
            FROM messages WHERE conversation_id = ? AND message_id = ?""";

    private static final String UPDATE = """
            UPDATE messages SET sent_at = ?, ordering = ?, sender_id = ?, sender_name = ?, role = ?, reply_to = ?, text = ?,
              edited_at = ?, deleted_at = ?, event = CAST(? AS TEXT), original = CAST(? AS TEXT)
            WHERE id = ?""";

    private static final EventDecoder DECODER = new EventDecoder();

    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement nextFreeId;
    private final SearchIndex search;
    private final Map<Key, MessageRow> pending = new LinkedHashMap<>();

    private record Key(long conversationId, String messageId) {}

    public MessageTable(Connection connection, SearchIndex search) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        select = connection.prepareStatement(SELECT);
        update = connection.prepareStatement(UPDATE);
        nextFreeId = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM messages");
        this.search = search;
    }

    /** Adds a creation, an edit or a delete to the batch. */
    public void add(long conversationId, SinkEntry.Transcript version) {
        MessageRow row = MessageRow.of(version);
        pending.merge(new Key(conversationId, row.position().messageId()), row, MessageRow::merge);
    }

    /** Writes the batch, within the open write transaction. */
    public void flush() throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        long firstId = nextFreeId();
        long id = firstId;
        for (Map.Entry<Key, MessageRow> row : pending.entrySet()) {
            bind(insert, row.getValue())
                    .number(row.getKey().conversationId())
                    .text(row.getKey().messageId())
                    .number(id++);
            insert.addBatch();
        }
        int[] inserted = insert.executeBatch();
        int i = 0;
        for (Map.Entry<Key, MessageRow> row : pending.entrySet()) {
            if (inserted[i] == 1) {
                search.added(firstId + i, row.getValue().indexed(row.getKey().conversationId()));
            } else {
                mergeIntoStored(row.getKey(), row.getValue());
            }
            i++;
        }
        pending.clear();
    }

    private long nextFreeId() throws SQLException {
        try (ResultSet result = nextFreeId.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private void mergeIntoStored(Key key, MessageRow row) throws SQLException {
        new StatementParameters(select).number(key.conversationId()).text(key.messageId());
        long id;
        MessageRow stored;
        Optional<String> indexed;
        try (ResultSet result = select.executeQuery()) {
            result.next();
            id = result.getLong("id");
            stored = read(result, key.messageId());
            indexed = Optional.ofNullable(result.getString("text"));
        }
        MessageRow merged = stored.merge(row);
        if (merged.equals(stored) && merged.text().equals(indexed)) {
            return;
        }
        bind(update, merged).number(id);
        update.executeUpdate();
        SearchIndex.Entry entry = merged.indexed(key.conversationId());
        SearchIndex.Entry before = new SearchIndex.Entry(
                indexed, stored.indexed(key.conversationId()).scope());
        if (!entry.equals(before)) {
            search.changed(id, entry);
        }
    }

    private static MessageRow read(ResultSet row, String messageId) throws SQLException {
        OptionalLong editedAt = NullableColumn.number(row, "edited_at");
        OptionalLong deletedAt = NullableColumn.number(row, "deleted_at");
        Revision shown = shown(row.getBytes("event"), editedAt, deletedAt);
        return new MessageRow(
                new MessagePosition(row.getLong("sent_at"), row.getLong("ordering"), messageId),
                new MessageRow.Shown(shown, shown.isDelete() ? Optional.empty() : text(shown.value())),
                creation(row),
                editedAt,
                deletedAt);
    }

    private static Revision shown(byte[] event, OptionalLong editedAt, OptionalLong deletedAt) {
        if (deletedAt.isPresent()) {
            return Revision.delete(deletedAt.getAsLong(), event);
        }
        return editedAt.isPresent() ? Revision.edit(editedAt.getAsLong(), event) : Revision.creation(event);
    }

    private static Optional<MessageRow.Creation> creation(ResultSet row) throws SQLException {
        if (NullableColumn.number(row, "ordering").isEmpty()) {
            return Optional.empty();
        }
        byte[] hidden = row.getBytes("original");
        byte[] event = hidden == null ? row.getBytes("event") : hidden;
        return Optional.of(new MessageRow.Creation(
                Revision.creation(event),
                new Sender(
                        row.getString("sender_id"),
                        Optional.ofNullable(row.getString("sender_name")),
                        Sender.Role.ofWireName(row.getString("role"))),
                Optional.ofNullable(row.getString("reply_to")),
                text(event)));
    }

    /** The text of an event: the column {@code text} may hold that of another version. */
    private static Optional<String> text(byte[] event) {
        return DECODER.decode(event).content().text();
    }

    private static StatementParameters bind(PreparedStatement statement, MessageRow row) throws SQLException {
        Optional<Sender> sender = row.creation().map(MessageRow.Creation::sender);
        return new StatementParameters(statement)
                .number(row.position().sentAt())
                .number(row.ordering())
                .text(sender.map(Sender::id))
                .text(sender.flatMap(Sender::name))
                .text(sender.map(present -> present.role().wireName()))
                .text(row.creation().flatMap(MessageRow.Creation::replyTo))
                .text(row.text())
                .number(row.editedAt())
                .number(row.deletedAt())
                .bytes(row.shown().version().value())
                .bytes(row.hiddenCreation().map(Revision::value));
    }
}
