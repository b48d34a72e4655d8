package io.multichat.jobs.export;

import io.multichat.events.text.Rfc3339;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the selected sessions as JSON Lines: each session, then its messages in the one order (time, order, message id), and
 * a last line that says that nothing is missing. Events are written byte for byte.
 */
final class ExportLines {
    /** More of these lines help nobody. */
    private static final int MAX_DIFFERENCES = 20;

    private static final String SESSIONS =
            "SELECT id, session_id, messages, snapshot FROM sessions ORDER BY started_at, session_id";
    private static final String MESSAGES = "SELECT sent_at, ordering, revision_rank = 2, event FROM messages"
            + " WHERE session = ? AND created ORDER BY sent_at, ordering, message_id";

    private final SortDatabase database;
    private final OutputStream output;
    private final List<String> differences = new ArrayList<>();
    private long differing;
    private long sessions;
    private long messages;

    ExportLines(SortDatabase database, OutputStream output) {
        this.database = database;
        this.output = output;
    }

    ExportReport write() throws IOException {
        try (PreparedStatement selectSessions = database.prepare(SESSIONS);
                PreparedStatement selectMessages = database.prepare(MESSAGES);
                ResultSet session = selectSessions.executeQuery()) {
            while (session.next()) {
                String id = session.getString(2);
                text("{\"kind\":\"session\",\"session\":");
                output.write(session.getBytes(4));
                text("}\n");
                selectMessages.setLong(1, session.getLong(1));
                long found = messages(id, selectMessages);
                compare(id, session.getLong(3), found);
                sessions++;
                messages += found;
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        text("{\"kind\":\"complete\",\"sessions\":" + sessions + ",\"messages\":" + messages + "}\n");
        return new ExportReport(sessions, messages, differing, differences);
    }

    private long messages(String session, PreparedStatement select) throws SQLException, IOException {
        long found = 0;
        try (ResultSet message = select.executeQuery()) {
            while (message.next()) {
                text("{\"kind\":\"message\",\"sessionId\":\"" + session + "\",\"sentAt\":\""
                        + Rfc3339.format(message.getLong(1)) + "\",\"order\":" + message.getLong(2) + ",\"deleted\":"
                        + message.getBoolean(3) + ",\"event\":");
                output.write(message.getBytes(4));
                text("}\n");
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

    private void text(String ascii) throws IOException {
        output.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
