package io.multichat.jobs.export;

import io.multichat.events.MessagePosition;
import io.multichat.events.Revision;
import io.multichat.events.ShownMessage;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.formats.SessionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Passes the selected sessions, each with its messages in order, to a writer, and compares the counts with the snapshots. */
final class SelectedChat {
    /** Enough to find the cause. */
    private static final int MAX_DIFFERENCES = 20;

    private static final String SESSIONS =
            "SELECT id, session_id, messages, snapshot FROM sessions ORDER BY started_at, session_id";
    private static final String MESSAGES = """
            SELECT m.sent_at, m.ordering, m.message_id, c.event, n.revision_rank, n.revision_at, n.event
            FROM messages m CROSS JOIN versions c ON c.id = m.creation CROSS JOIN versions n ON n.id = m.newest
            WHERE m.session = ? ORDER BY m.sent_at, m.ordering, m.message_id
            """;

    private final SortDatabase database;
    private final SessionWriter writer;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();
    private final List<String> differences = new ArrayList<>();
    private long differing;
    private long sessions;
    private long messages;

    SelectedChat(SortDatabase database, SessionWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    ExportReport write() throws IOException {
        try (PreparedStatement selectSessions = database.prepare(SESSIONS);
                PreparedStatement selectMessages = database.prepare(MESSAGES);
                ResultSet session = selectSessions.executeQuery()) {
            while (session.next()) {
                writer.session(snapshots.decode(session.getBytes(4)));
                selectMessages.setLong(1, session.getLong(1));
                long found = messages(selectMessages);
                compare(session.getString(2), session.getLong(3), found);
                sessions++;
                messages += found;
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        writer.complete(sessions, messages);
        return new ExportReport(sessions, messages, differing, differences);
    }

    private long messages(PreparedStatement select) throws SQLException, IOException {
        long found = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String id = new String(row.getBytes(3), StandardCharsets.UTF_8);
                writer.message(
                        new MessagePosition(row.getLong(1), row.getLong(2), id),
                        ShownMessage.of(
                                Revision.creation(row.getBytes(4)),
                                new Revision(row.getInt(5), row.getLong(6), row.getBytes(7))));
                found++;
            }
        }
        return found;
    }

    private void compare(String session, long announced, long found) {
        if (announced == found) {
            return;
        }
        differing++;
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add("session " + session + " has " + announced + " messages, but the archive has " + found);
        }
    }
}
