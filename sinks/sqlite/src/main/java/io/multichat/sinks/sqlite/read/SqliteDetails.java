package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.reactions.Reactions;
import io.multichat.events.versions.Revision;
import io.multichat.reading.details.MessageDetails;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.VersionCollector;
import io.multichat.reading.details.Versions;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads reactions from the table {@code events} and versions from {@code messages} and {@code message_revisions}. Thread-safe.
 *
 * @param files the files of the store
 */
record SqliteDetails(ReadFiles files) implements MessageDetails {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final int EDIT = 1;

    @Override
    public Optional<Map<String, List<Reaction>>> reactions(Conversation conversation, List<MessagePosition> messages) {
        return files.first(connection -> {
            Optional<Long> id = ConversationRow.id(connection, conversation);
            return id.isPresent() && holdsAll(connection, id.get(), messages)
                    ? Optional.of(reactions(connection, id.get(), messages))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<Map<String, Versions>> versions(Conversation conversation, List<MessagePosition> messages) {
        return files.first(connection -> {
            Optional<Long> id = ConversationRow.id(connection, conversation);
            return id.isPresent() && holdsAll(connection, id.get(), messages)
                    ? Optional.of(versions(connection, id.get(), messages))
                    : Optional.empty();
        });
    }

    /** False for a file that was filled again from a topic that no longer held everything. */
    private static boolean holdsAll(Connection connection, long conversationId, List<MessagePosition> messages)
            throws SQLException {
        Set<String> missing = new HashSet<>();
        messages.forEach(message -> missing.add(message.messageId()));
        of(
                        messages,
                        new Select("SELECT message_id FROM messages")
                                .with("WHERE conversation_id = ? AND ordering IS NOT NULL", conversationId))
                .forEachWhile(connection, row -> {
                    missing.remove(row.getString("message_id"));
                    return true;
                });
        return missing.isEmpty();
    }

    private static Map<String, List<Reaction>> reactions(
            Connection connection, long conversationId, List<MessagePosition> messages) throws SQLException {
        Map<String, Reactions> found = new HashMap<>();
        of(
                        messages,
                        new Select(
                                        "SELECT message_id, sent_at, ordering, event FROM events INDEXED BY events_by_message")
                                .with("WHERE conversation_id = ?", conversationId))
                .with("AND type IN ('reaction.added', 'reaction.removed')")
                .forEachWhile(connection, row -> {
                    found.computeIfAbsent(row.getString("message_id"), first -> new Reactions())
                            .add(
                                    DECODER.decode(row.getBytes("event")),
                                    row.getLong("sent_at"),
                                    row.getLong("ordering"));
                    return true;
                });
        Map<String, List<Reaction>> standing = new HashMap<>();
        found.forEach((id, reactions) -> standing.put(id, Reaction.of(reactions)));
        standing.values().removeIf(List::isEmpty);
        return standing;
    }

    private static Map<String, Versions> versions(
            Connection connection, long conversationId, List<MessagePosition> messages) throws SQLException {
        VersionCollector collector = new VersionCollector(messages);
        of(
                        messages,
                        new Select("SELECT message_id, coalesce(original, event) AS creation FROM messages")
                                .with("WHERE conversation_id = ? AND ordering IS NOT NULL", conversationId))
                .forEachWhile(connection, row -> {
                    collector.add(row.getString("message_id"), Revision.creation(row.getBytes("creation")));
                    return true;
                });
        of(
                        messages,
                        new Select("SELECT message_id, rank, revised_at, event FROM message_revisions")
                                .with("WHERE conversation_id = ?", conversationId))
                .forEachWhile(connection, row -> {
                    collector.add(row.getString("message_id"), revision(row));
                    return true;
                });
        return collector.collected();
    }

    private static Revision revision(ResultSet row) throws SQLException {
        long at = row.getLong("revised_at");
        byte[] event = row.getBytes("event");
        return row.getInt("rank") == EDIT ? Revision.edit(at, event) : Revision.delete(at, event);
    }

    private static Select of(List<MessagePosition> messages, Select select) {
        Object[] ids = messages.stream().map(MessagePosition::messageId).toArray();
        String marks = "?, ".repeat(Math.max(0, ids.length - 1)) + (ids.length == 0 ? "" : "?");
        return select.with("AND message_id IN (" + marks + ")", ids);
    }
}
