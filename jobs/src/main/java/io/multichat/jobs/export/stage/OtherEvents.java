package io.multichat.jobs.export.stage;

import io.multichat.events.EventType;
import io.multichat.events.codec.EventDecoder;
import io.multichat.jobs.export.source.SourceEvent;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Collects the events that are not versions of messages. A reaction belongs to its message, whenever it was made. Any other event belongs
 * to the session during which it happened, else to the last one before it, else to the first one of its conversation, so that none
 * is lost between sessions.
 */
final class OtherEvents implements AutoCloseable {
    private static final String REACTIONS = """
            CREATE TABLE reactions (
              id INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, message_id BLOB NOT NULL, session INTEGER NOT NULL,
              inside INTEGER NOT NULL, sent_at INTEGER NOT NULL, ordering INTEGER NOT NULL, event BLOB NOT NULL)
            """;

    private static final String INSERT_REACTION = """
            INSERT INTO reactions (conversation, message_id, session, inside, sent_at, ordering, event)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** {@code ended} is 1 for the end of a session, which follows everything that happened at the same time. */
    private static final String EVENTS = """
            CREATE TABLE events (
              id INTEGER PRIMARY KEY, session INTEGER NOT NULL, sent_at INTEGER NOT NULL, ended INTEGER NOT NULL,
              ordering INTEGER NOT NULL, event BLOB NOT NULL)
            """;

    private static final String INSERT_EVENT =
            "INSERT INTO events (session, sent_at, ended, ordering, event) VALUES (?, ?, ?, ?, ?)";

    /** A reaction to a message that is not exported remains an event of the session during which it was made. */
    private static final String ORPHANS = """
            INSERT INTO events (session, sent_at, ended, ordering, event)
            SELECT r.session, r.sent_at, 0, r.ordering, r.event
            FROM reactions r CROSS JOIN sessions s ON s.id = r.session
            WHERE r.inside AND s.selected AND NOT EXISTS (SELECT 1 FROM messages m CROSS JOIN sessions own ON own.id = m.session
              WHERE m.conversation = r.conversation AND m.message_id = r.message_id AND own.selected)
            ORDER BY r.id
            """;

    private final SortDatabase database;
    private final SessionSelection sessions;
    private final EventDecoder decoder = new EventDecoder();
    private final PreparedStatement insertReaction;
    private final PreparedStatement insertEvent;

    OtherEvents(SortDatabase database, SessionSelection sessions) throws SQLException {
        this.database = database;
        this.sessions = sessions;
        database.execute(REACTIONS);
        database.execute(EVENTS);
        insertReaction = database.prepare(INSERT_REACTION);
        insertEvent = database.prepare(INSERT_EVENT);
    }

    void take(SourceEvent event) {
        EventType kind = event.placement().kind();
        long at = event.placement().boundary().orElse(event.placement().sentAt());
        Optional<SessionSelection.Place> place = sessions.place(event.conversation(), at);
        if (place.isEmpty()) {
            return;
        }
        try {
            if (kind == EventType.REACTION_ADDED || kind == EventType.REACTION_REMOVED) {
                putReaction(place.get(), event);
            } else if (place.get().selected()) {
                putEvent(place.get(), event, at);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Sorts the events, after the messages were sorted. */
    void sort() {
        database.execute(
                "CREATE INDEX reactions_by_message ON reactions (conversation, message_id, sent_at, ordering)");
        database.execute(ORPHANS);
        database.execute("CREATE INDEX events_in_order ON events (session, sent_at, ended, ordering)");
    }

    @Override
    public void close() throws SQLException {
        insertReaction.close();
        insertEvent.close();
    }

    private void putReaction(SessionSelection.Place place, SourceEvent event) throws SQLException {
        String messageId = decoder.decode(event.value()).messageId().orElseThrow();
        insertReaction.setLong(1, place.conversation());
        insertReaction.setBytes(2, messageId.getBytes(StandardCharsets.UTF_8));
        insertReaction.setLong(3, place.session());
        insertReaction.setBoolean(4, place.inside());
        insertReaction.setLong(5, event.placement().sentAt());
        insertReaction.setLong(6, event.placement().order());
        insertReaction.setBytes(7, event.value());
        insertReaction.executeUpdate();
    }

    private void putEvent(SessionSelection.Place place, SourceEvent event, long at) throws SQLException {
        insertEvent.setLong(1, place.session());
        insertEvent.setLong(2, at);
        insertEvent.setBoolean(3, event.placement().kind() == EventType.SESSION_ENDED);
        insertEvent.setLong(4, event.placement().order());
        insertEvent.setBytes(5, event.value());
        insertEvent.executeUpdate();
    }
}
