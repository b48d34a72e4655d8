package io.multichat.jobs.verify;

import io.multichat.events.text.Durations;
import io.multichat.events.text.Rfc3339;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Checks the sessions against the messages: a silence longer than the session's own gap, or a boundary, separates two sessions, and nothing
 * else does, but for a session that was closed by a boundary. Reads all messages once, in order. For one thread.
 */
final class GapRule {
    private static final String KIND = "gap rule";
    private static final String STORE = "sessions";
    private static final String SESSIONS_IN_ORDER =
            "CREATE INDEX live_sessions ON sessions (conversation, started_at) WHERE live = 1";
    private static final String MESSAGES = """
            SELECT c.conversation, c.sent_at, c.id, s.id, s.started_at, s.last_message_at, s.messages, s.gap, s.cut, s.open
            FROM creations AS c LEFT JOIN sessions AS s ON s.id = (
              SELECT n.id FROM sessions AS n INDEXED BY live_sessions
              WHERE n.live = 1 AND n.conversation = c.conversation AND n.started_at <= c.sent_at
              ORDER BY n.started_at DESC LIMIT 1)
            ORDER BY c.conversation, c.sent_at""";
    private static final String EMPTY_SESSIONS = """
            SELECT s.conversation, s.id FROM sessions AS s
            WHERE s.live = 1 AND NOT EXISTS (SELECT 1 FROM creations AS c WHERE c.conversation = s.conversation
              AND c.sent_at BETWEEN s.started_at AND s.last_message_at)""";
    private static final String BOUNDARY =
            "SELECT 1 FROM boundaries WHERE conversation = ? AND boundary_at >= ? AND boundary_at < ? LIMIT 1";

    private final FactDatabase database;
    private final FoundDifferences found;
    private Message last;
    private long messages;

    /** @param session the session that contains the message, or else the one before it; null if there is none */
    private record Message(String conversation, long sentAt, String id, Session session) {}

    private record Session(
            String id, long startedAt, long lastMessageAt, long messages, long gap, boolean cut, boolean open) {
        boolean contains(long sentAt) {
            return open || sentAt <= lastMessageAt;
        }
    }

    GapRule(FactDatabase database, FoundDifferences found) {
        this.database = database;
        this.found = found;
    }

    void check() throws SQLException {
        database.execute(SESSIONS_IN_ORDER);
        try (PreparedStatement select = database.prepare(MESSAGES);
                PreparedStatement boundary = database.prepare(BOUNDARY);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                next(read(row), boundary);
            }
            endSession();
        }
        try (PreparedStatement select = database.prepare(EMPTY_SESSIONS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                add(row.getString(1), row.getString(2), "the session has no message");
            }
        }
    }

    private void next(Message message, PreparedStatement boundary) throws SQLException {
        boolean outside = message.session() == null || !message.session().contains(message.sentAt());
        if (outside) {
            add(message.conversation(), message.id(), "the message of " + at(message.sentAt()) + " is in no session");
            return;
        }
        if (last == null || !last.session().id().equals(message.session().id())) {
            endSession();
            if (message.sentAt() != message.session().startedAt()) {
                add(
                        message.conversation(),
                        message.session().id(),
                        "the session begins at " + at(message.session().startedAt()) + ", its first message at "
                                + at(message.sentAt()));
            }
        }
        if (last != null && last.conversation().equals(message.conversation())) {
            between(last, message, boundary);
        }
        last = message;
        messages++;
    }

    /** Checks that two neighbours are in one session, or in two, as they should be. */
    private void between(Message earlier, Message later, PreparedStatement boundary) throws SQLException {
        long silence = later.sentAt() - earlier.sentAt();
        boolean parted = silence > 0 && isBoundaryBetween(earlier, later, boundary);
        boolean together = earlier.session().id().equals(later.session().id());
        if (together && parted) {
            add(
                    later.conversation(),
                    later.session().id(),
                    "the session crosses a boundary before " + at(later.sentAt()));
        } else if (together && silence > later.session().gap()) {
            add(
                    later.conversation(),
                    later.session().id(),
                    "the session contains a silence of " + Durations.format(Duration.ofMillis(silence)) + " before "
                            + at(later.sentAt()));
        } else if (!together
                && !parted
                && !earlier.session().cut()
                && silence <= Math.min(earlier.session().gap(), later.session().gap())) {
            add(
                    later.conversation(),
                    later.session().id(),
                    "the session should be one with " + earlier.session().id() + ": only "
                            + Durations.format(Duration.ofMillis(silence)) + " of silence is between them");
        }
    }

    private static boolean isBoundaryBetween(Message earlier, Message later, PreparedStatement boundary)
            throws SQLException {
        boundary.setString(1, later.conversation());
        boundary.setLong(2, earlier.sentAt());
        boundary.setLong(3, later.sentAt());
        try (ResultSet any = boundary.executeQuery()) {
            return any.next();
        }
    }

    /** Compares what was counted with the snapshot of the session that ends here. The snapshot of an open one may be older. */
    private void endSession() {
        if (last != null) {
            Session session = last.session();
            boolean right = session.open() ? messages >= session.messages() : messages == session.messages();
            if (!right) {
                add(
                        last.conversation(),
                        session.id(),
                        "the session counts " + session.messages() + " messages, but there are " + messages);
            }
            if (!session.open() && last.sentAt() != session.lastMessageAt()) {
                add(
                        last.conversation(),
                        session.id(),
                        "the session ends at " + at(session.lastMessageAt()) + ", its last message at "
                                + at(last.sentAt()));
            }
        }
        messages = 0;
    }

    private void add(String conversation, String id, String problem) {
        found.add(new Difference(KIND, STORE, conversation, id, problem));
    }

    private static Message read(ResultSet row) throws SQLException {
        Session session = row.getString(4) == null
                ? null
                : new Session(
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getBoolean(9),
                        row.getBoolean(10));
        return new Message(row.getString(1), row.getLong(2), row.getString(3), session);
    }

    private static String at(long millis) {
        return Rfc3339.format(millis);
    }
}
