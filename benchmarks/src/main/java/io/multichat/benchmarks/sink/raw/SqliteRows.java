package io.multichat.benchmarks.sink.raw;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Adds rows to batches of prepared statements, one statement for each table. Only snapshots of one session are merged.
 */
final class SqliteRows {
    private final PreparedStatement conversations;
    private final PreparedStatement messages;
    private final PreparedStatement sessions;
    private final PreparedStatement offsets;
    private final PreparedStatement search;
    private final boolean withSearch;
    private long nextMessage = 1;

    SqliteRows(Connection connection, boolean withSearch) throws SQLException {
        this.withSearch = withSearch;
        conversations = connection.prepareStatement(
                "INSERT INTO conversations (id, key, hash, platform, channel) VALUES (?, ?, ?, ?, ?)");
        messages = connection.prepareStatement(
                "INSERT INTO messages (id, conversation_id, sent_at, ordering, message_id, sender_id, role, text, event)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        sessions = connection.prepareStatement("""
                INSERT INTO sessions (session_id, conversation_id, state, started_at, last_message_at, messages, edits,
                  deletes, participants, text_bytes, version, generation, gap, participants_approximate,
                  first_message_id, last_message_id, user_messages)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (session_id) DO UPDATE SET last_message_at = excluded.last_message_at,
                  messages = excluded.messages, participants = excluded.participants, text_bytes = excluded.text_bytes,
                  version = excluded.version, last_message_id = excluded.last_message_id,
                  user_messages = excluded.user_messages""");
        offsets = connection.prepareStatement(
                "INSERT INTO sink_offsets (connector, topic, partition, next_offset) VALUES ('raw', ?, 0, ?)"
                        + " ON CONFLICT (connector, topic, partition) DO UPDATE SET next_offset = excluded.next_offset");
        search = withSearch
                ? connection.prepareStatement("INSERT INTO messages_fts (rowid, text) VALUES (?, ?)")
                : messages;
    }

    void conversation(long id, String key) throws SQLException {
        Conversation conversation = Conversation.ofKey(key);
        conversations.setLong(1, id);
        conversations.setString(2, key);
        conversations.setLong(3, SessionId.of(0, conversation.hash()).low());
        conversations.setString(4, conversation.platform());
        conversations.setString(5, conversation.channel());
        conversations.addBatch();
    }

    void message(long conversation, SinkEntry.Transcript entry) throws SQLException {
        Sender sender = entry.event().sender().orElseThrow();
        String text = entry.event().content().text().orElseThrow();
        messages.setLong(1, nextMessage);
        messages.setLong(2, conversation);
        messages.setLong(3, entry.placement().sentAt());
        messages.setLong(4, entry.placement().order());
        messages.setString(5, entry.event().messageId().orElseThrow());
        messages.setString(6, sender.id());
        messages.setString(7, sender.role().wireName());
        messages.setString(8, text);
        messages.setString(9, new String(entry.value(), StandardCharsets.UTF_8));
        messages.addBatch();
        if (withSearch) {
            search.setLong(1, nextMessage);
            search.setString(2, text);
            search.addBatch();
        }
        nextMessage++;
    }

    void session(long conversation, SessionSnapshot snapshot) throws SQLException {
        sessions.setString(1, snapshot.sessionId().toString());
        sessions.setLong(2, conversation);
        sessions.setString(3, snapshot.status().state().wireName());
        long[] numbers = {
            snapshot.span().startedAt(),
            snapshot.span().lastMessageAt(),
            snapshot.counts().messages(),
            snapshot.counts().edits(),
            snapshot.counts().deletes(),
            snapshot.counts().participants().count(),
            snapshot.counts().textBytes(),
            snapshot.version().counter(),
            snapshot.version().generation(),
            snapshot.gap().toMillis(),
            0
        };
        for (int i = 0; i < numbers.length; i++) {
            sessions.setLong(4 + i, numbers[i]);
        }
        sessions.setString(15, snapshot.firstMessageId());
        sessions.setString(16, snapshot.lastMessageId());
        sessions.setLong(17, snapshot.counts().roles().user());
        sessions.addBatch();
    }

    void offset(String topic, long next) throws SQLException {
        offsets.setString(1, topic);
        offsets.setLong(2, next);
        offsets.addBatch();
    }

    /** Runs everything added since the last call. */
    void execute() throws SQLException {
        for (PreparedStatement statement : List.of(conversations, messages, sessions, offsets)) {
            statement.executeBatch();
        }
        if (withSearch) {
            search.executeBatch();
        }
    }
}
