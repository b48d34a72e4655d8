package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code messages}: one row for each message, regardless of which versions have arrived. See {@link MessageRow}.
 *
 * <p>The versions of a batch are merged in memory. Nearly every message of a batch is new to the file, so all rows are
 * inserted blindly as one JDBC batch; only those whose message already has a row are merged into it one by one.
 */
public final class MessageTable {
    // The columns of a row as MessageColumns.bind() fills them.
    private static final String INSERT = """
            INSERT INTO messages (sent_at, ordering, sender_id, sender_name, role, reply_to, text, edited_at, deleted_at,
              event, original, conversation_id, message_id, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
            ON CONFLICT (conversation_id, message_id) DO NOTHING""";

    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement nextFreeId;
    private final SearchIndex search;
    private final Map<Key, MessageRow> pending = new LinkedHashMap<>();

    private record Key(long conversationId, String messageId) {}

    public MessageTable(Connection connection, SearchIndex search) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        select = connection.prepareStatement(MessageColumns.SELECT + " WHERE conversation_id = ? AND message_id = ?");
        update = connection.prepareStatement(MessageColumns.UPDATE);
        nextFreeId = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM messages");
        this.search = search;
    }

    /** Adds a creation, an edit or a delete to the batch. */
    public void add(long conversationId, SinkEntry.Transcript version) {
        MessageRow row = MessageRow.of(version);
        pending.merge(new Key(conversationId, row.position().messageId()), row, MessageRow::merge);
    }

    /** True if the file holds the message and its author was erased. Call after {@link #flush}. */
    public boolean isErased(long conversationId, String messageId) throws SQLException {
        new StatementParameters(select).number(conversationId).text(messageId);
        try (ResultSet result = select.executeQuery()) {
            return result.next() && RowErasure.isErased(MessageColumns.read(result));
        }
    }

    /** Writes the batch, within the open write transaction. */
    public void flush() throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        long firstId = nextFreeId();
        long id = firstId;
        for (Map.Entry<Key, MessageRow> row : pending.entrySet()) {
            MessageColumns.bind(insert, row.getValue())
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
            stored = MessageColumns.read(result);
            indexed = Optional.ofNullable(result.getString("text"));
        }
        MessageRow merged = stored.merge(row);
        if (merged.equals(stored) && merged.text().equals(indexed)) {
            return;
        }
        MessageColumns.bind(update, merged).number(id);
        update.executeUpdate();
        SearchIndex.Entry entry = merged.indexed(key.conversationId());
        SearchIndex.Entry before = new SearchIndex.Entry(
                indexed, stored.indexed(key.conversationId()).scope());
        if (!entry.equals(before)) {
            search.changed(id, entry);
        }
    }
}
