package io.multichat.jobs.export.stage;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads messages and other events in the order of time: those of one session, or those of each channel with its threads. Used by one
 * thread, for one reading at a time.
 */
final class ItemQuery implements AutoCloseable {
    /** The columns of the newest version are null when the creation is the newest. Few messages have versions or reactions. */
    private static final String MESSAGES = """
            SELECT %1$s, m.sent_at, 0, m.ordering, m.message_id, c.event, n.event, n.revision_rank, n.revision_at, m.session,
              s.conversation, EXISTS (SELECT 1 FROM reactions r WHERE r.conversation = s.conversation AND r.message_id = m.message_id)
            FROM %2$s messages m ON m.session = s.id CROSS JOIN versions c ON c.id = m.creation
              LEFT JOIN versions n ON n.id = m.newest AND m.newest <> m.creation
            WHERE s.selected %3$s ORDER BY %4$s m.sent_at, m.ordering, m.message_id
            """;

    private static final String EVENTS = """
            SELECT %1$s, e.sent_at, e.ended, e.ordering, e.event FROM %2$s events e ON e.session = s.id
            WHERE s.selected %3$s ORDER BY %4$s e.sent_at, e.ended, e.ordering, e.event
            """;
    private static final String VERSIONS = """
            SELECT event FROM versions WHERE session = ? AND message_id = ? ORDER BY revision_rank, revision_at, event
            """;
    private static final String REACTIONS = """
            SELECT sent_at, ordering, event FROM reactions WHERE conversation = ? AND message_id = ?
            ORDER BY sent_at, ordering, event
            """;

    private final PreparedStatement messages;
    private final PreparedStatement events;
    private final PreparedStatement versions;
    private final PreparedStatement reactions;
    private final boolean revisions;

    private ItemQuery(SortDatabase database, boolean revisions, String... parts) throws SQLException {
        this.revisions = revisions;
        messages = database.prepare(String.format(Locale.ROOT, MESSAGES, (Object[]) parts));
        events = database.prepare(String.format(Locale.ROOT, EVENTS, (Object[]) parts));
        versions = database.prepare(VERSIONS);
        reactions = database.prepare(REACTIONS);
    }

    /** A query for the items of one session; the folder is empty. */
    static ItemQuery ofSession(SortDatabase database, boolean revisions) throws SQLException {
        return new ItemQuery(database, revisions, "''", "sessions s CROSS JOIN", "AND s.id = ?", "");
    }

    /** A query for the items of all sessions, by folder: a channel and its threads. */
    static ItemQuery byFolder(SortDatabase database, boolean revisions) throws SQLException {
        return new ItemQuery(
                database,
                revisions,
                "f.name",
                "folders f CROSS JOIN sessions s ON s.conversation = f.conversation CROSS JOIN",
                "",
                "f.name,");
    }

    /** Reads the items of a session. */
    void read(long session, ItemReceiver receiver) throws SQLException, IOException {
        messages.setLong(1, session);
        events.setLong(1, session);
        readAll(receiver);
    }

    /** Reads all items. */
    void readAll(ItemReceiver receiver) throws SQLException, IOException {
        try (ResultSet message = messages.executeQuery();
                ResultSet event = events.executeQuery()) {
            boolean moreMessages = message.next();
            boolean moreEvents = event.next();
            while (moreMessages || moreEvents) {
                if (moreMessages && (!moreEvents || isFirst(message, event))) {
                    receiver.message(message.getString(1), message(message));
                    moreMessages = message.next();
                } else {
                    receiver.event(
                            event.getString(1),
                            new ExportedEvent(event.getLong(2), event.getLong(4), event.getBytes(5)));
                    moreEvents = event.next();
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        messages.close();
        events.close();
        versions.close();
        reactions.close();
    }

    /** By folder, time, ends last, order; a message before an event. */
    private static boolean isFirst(ResultSet message, ResultSet event) throws SQLException {
        int byFolder = Arrays.compareUnsigned(
                message.getString(1).getBytes(StandardCharsets.UTF_8),
                event.getString(1).getBytes(StandardCharsets.UTF_8));
        if (byFolder != 0) {
            return byFolder < 0;
        }
        for (int column = 2; column <= 4; column++) {
            int byColumn = Long.compare(message.getLong(column), event.getLong(column));
            if (byColumn != 0) {
                return byColumn < 0;
            }
        }
        return true;
    }

    private ExportedMessage message(ResultSet row) throws SQLException {
        byte[] id = row.getBytes(5);
        Revision creation = Revision.creation(row.getBytes(6));
        byte[] newestEvent = row.getBytes(7);
        Revision newest = newestEvent == null ? creation : new Revision(row.getInt(8), row.getLong(9), newestEvent);
        return new ExportedMessage(
                new MessagePosition(row.getLong(2), row.getLong(4), new String(id, StandardCharsets.UTF_8)),
                ShownMessage.of(creation, newest),
                revisions && !newest.isCreation() ? versions(row.getLong(10), id) : List.of(),
                row.getBoolean(12) ? reactions(row.getLong(11), id) : List.of());
    }

    private List<byte[]> versions(long session, byte[] messageId) throws SQLException {
        versions.setLong(1, session);
        versions.setBytes(2, messageId);
        List<byte[]> found = new ArrayList<>();
        try (ResultSet row = versions.executeQuery()) {
            while (row.next()) {
                found.add(row.getBytes(1));
            }
        }
        return found;
    }

    private List<ExportedEvent> reactions(long conversation, byte[] messageId) throws SQLException {
        reactions.setLong(1, conversation);
        reactions.setBytes(2, messageId);
        List<ExportedEvent> found = new ArrayList<>();
        try (ResultSet row = reactions.executeQuery()) {
            while (row.next()) {
                found.add(new ExportedEvent(row.getLong(1), row.getLong(2), row.getBytes(3)));
            }
        }
        return found;
    }
}
