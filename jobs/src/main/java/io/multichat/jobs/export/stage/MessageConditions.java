package io.multichat.jobs.export.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.json.StrictJson;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/** Marks the sessions that have the messages which the selection demands. */
final class MessageConditions implements AutoCloseable {
    private static final int PARTICIPANT = 1;
    private static final int TEXT = 2;
    private static final String MARK = "UPDATE sessions SET matched = matched | ? WHERE id = ? AND matched & ? <> ?";

    private final SortDatabase database;
    private final ExportSelection selection;
    private final PreparedStatement mark;

    MessageConditions(SortDatabase database, ExportSelection selection) throws SQLException {
        this.database = database;
        this.selection = selection;
        mark = database.prepare(MARK);
    }

    /** Looks at a message of a session. */
    void check(long session, Revision creation, Revision newest) throws SQLException {
        if (!selection.dependsOnMessages()) {
            return;
        }
        ShownMessage shown = ShownMessage.of(creation, newest);
        JsonNode event = StrictJson.tree(shown.event(), 0);
        if (selection.participants().contains(event.path("sender").path("id").asText())) {
            mark(session, PARTICIPANT);
        }
        String text = event.path("text").asText("").toLowerCase(Locale.ROOT);
        if (selection.text().isPresent() && text.contains(selection.text().get())) {
            mark(session, TEXT);
        }
    }

    /** Deselects the sessions that lack a message. */
    void apply() {
        int demanded = (selection.participants().isEmpty() ? 0 : PARTICIPANT)
                | (selection.text().isEmpty() ? 0 : TEXT);
        database.execute("UPDATE sessions SET selected = 0 WHERE matched & " + demanded + " <> " + demanded);
    }

    @Override
    public void close() throws SQLException {
        mark.close();
    }

    private void mark(long session, int condition) throws SQLException {
        mark.setInt(1, condition);
        mark.setLong(2, session);
        mark.setInt(3, condition);
        mark.setInt(4, condition);
        mark.executeUpdate();
    }
}
