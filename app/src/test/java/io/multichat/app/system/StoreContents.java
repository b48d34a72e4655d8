package io.multichat.app.system;

import io.multichat.app.data.DataLayout;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.Jedis;

/**
 * The contents of a store, read without the product's own readers where the store has its own query language.
 *
 * @param messages each as conversation key, a space and message id; sorted, with duplicates
 * @param sessions open and closed ones, sorted
 */
record StoreContents(List<String> messages, List<GeneratedChat.Session> sessions) {
    private static final EventDecoder EVENTS = new EventDecoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    StoreContents {
        messages = messages.stream().sorted().toList();
        sessions = sessions.stream()
                .sorted(Comparator.comparing(GeneratedChat.Session::conversation)
                        .thenComparingLong(GeneratedChat.Session::startedAt))
                .toList();
    }

    static StoreContents expected(GeneratedChat chat) {
        return new StoreContents(chat.messages(), chat.sessions());
    }

    static StoreContents ofSqlite(DataLayout layout) {
        List<String> messages = new ArrayList<>();
        List<GeneratedChat.Session> sessions = new ArrayList<>();
        if (!Files.exists(layout.sessions())) {
            return new StoreContents(messages, sessions);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + layout.sessions());
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT c.key || ' ' || m.message_id FROM messages m"
                    + " JOIN conversations c ON c.id = m.conversation_id")) {
                while (rows.next()) {
                    messages.add(rows.getString(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT c.key, s.started_at, s.last_message_at, s.messages"
                    + " FROM sessions s JOIN conversations c ON c.id = s.conversation_id"
                    + " WHERE s.state IN ('open', 'closed')")) {
                while (rows.next()) {
                    sessions.add(new GeneratedChat.Session(
                            rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new StoreContents(messages, sessions);
    }

    static StoreContents ofRedis(URI uri) {
        List<String> messages = new ArrayList<>();
        List<GeneratedChat.Session> sessions = new ArrayList<>();
        try (Jedis redis = new Jedis(uri)) {
            for (String set : redis.keys("mc:*:conversations")) {
                String prefix = set.substring(0, set.length() - "conversations".length());
                for (String conversation : redis.smembers(set)) {
                    redis.zrange(prefix + conversation + ":messages", 0, -1)
                            .forEach(id -> messages.add(conversation + " " + id));
                    redis.hvals(prefix + conversation + ":sessions").stream()
                            .map(json -> SNAPSHOTS.decode(json.getBytes(StandardCharsets.UTF_8)))
                            .forEach(snapshot -> add(sessions, snapshot));
                }
            }
        }
        return new StoreContents(messages, sessions);
    }

    static StoreContents ofArchive(DataLayout layout) {
        ArchiveReader reader = new ArchiveReader(layout.archive());
        List<String> messages = new ArrayList<>();
        List<GeneratedChat.Session> sessions = new ArrayList<>();
        try {
            reader.forEachEvent(0, Long.MAX_VALUE, line -> {
                if (line.placement().kind() == EventType.MESSAGE_CREATED) {
                    messages.add(line.conversation().key() + " " + messageId(line.event()));
                }
            });
            reader.newestSnapshots(0, Long.MAX_VALUE).values().forEach(snapshot -> add(sessions, snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoreContents(messages, sessions);
    }

    StoreContents without(Conversation conversation) {
        String key = conversation.key();
        return new StoreContents(
                messages.stream()
                        .filter(message -> !message.startsWith(key + " "))
                        .toList(),
                sessions.stream()
                        .filter(session -> !session.conversation().equals(key))
                        .toList());
    }

    private static String messageId(byte[] event) {
        return EVENTS.decode(event).messageId().orElseThrow();
    }

    private static void add(List<GeneratedChat.Session> sessions, SessionSnapshot snapshot) {
        SessionStatus.State state = snapshot.status().state();
        if (state == SessionStatus.State.OPEN || state == SessionStatus.State.CLOSED) {
            sessions.add(new GeneratedChat.Session(
                    snapshot.conversation().key(),
                    snapshot.span().startedAt(),
                    snapshot.span().lastMessageAt(),
                    snapshot.counts().messages()));
        }
    }
}
