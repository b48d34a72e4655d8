package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints a session as people read it. Nothing of what strangers wrote reaches the terminal as it is. */
public final class TranscriptText {
    private static final String CONTINUED = "\n    ";

    private final PrintWriter out;

    public TranscriptText(PrintWriter out) {
        this.out = out;
    }

    /** @param session a snapshot */
    public void head(JsonNode session) {
        out.println("session       " + SessionTable.text(session, "sessionId"));
        out.println("conversation  " + SessionTable.key(session.path("conversation")));
        out.println("state         " + state(session));
        out.println("time          " + SessionTable.text(session, "startedAt") + " to "
                + SessionTable.text(session, "lastMessageAt"));
        out.println("messages      " + session.path("messages").asText() + " by "
                + SessionTable.people(session.path("participants")) + " people, "
                + session.path("edits").asText()
                + " edits, " + session.path("deletes").asText() + " deletes");
        out.println();
    }

    /** @param message one of a page of the API */
    public void message(JsonNode message) {
        JsonNode event = message.path("event");
        String body = message.path("deleted").asBoolean() ? "(deleted)" : body(event);
        out.println(SessionTable.seconds(SessionTable.text(message, "sentAt")) + "  " + sender(event.path("sender"))
                + ": " + body);
    }

    private static String state(JsonNode session) {
        String closedBy = SessionTable.text(session, "closedBy");
        return SessionTable.text(session, "state") + (closedBy.isEmpty() ? "" : " (" + closedBy + ")");
    }

    /** The sender as people know it; an edit may come without one. */
    private static String sender(JsonNode sender) {
        String name = sender.path("name").asText(sender.path("id").asText("(edited)"));
        String role = sender.path("role").asText("user");
        return Printable.line(name) + (role.equals("user") ? "" : " [" + Printable.line(role) + "]");
    }

    private static String body(JsonNode event) {
        StringBuilder body =
                new StringBuilder(Printable.lines(event.path("text").asText("")).replace("\n", CONTINUED));
        for (JsonNode part : event.path("parts")) {
            String name = part.path("name").asText("");
            body.append(body.length() == 0 ? "" : " ").append('[').append(SessionTable.text(part, "type"));
            body.append(name.isEmpty() ? "" : " " + Printable.line(name)).append(']');
        }
        return body.toString();
    }
}
