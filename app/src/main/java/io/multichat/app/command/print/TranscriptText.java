package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.EventJson;
import java.io.PrintWriter;

/** Prints sessions and messages for people. Untrusted text is escaped before it reaches the terminal. */
public final class TranscriptText {
    private static final String CONTINUED = "\n    ";

    private final PrintWriter out;

    public TranscriptText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the summary of a session.
     *
     * @param session a snapshot
     */
    public void head(JsonNode session) {
        out.println("session       " + SessionListText.text(session, "sessionId"));
        out.println("conversation  " + ConversationText.of(session.path("conversation")));
        out.println("state         " + state(session));
        out.println("time          " + SessionListText.text(session, "startedAt") + " to "
                + SessionListText.text(session, "lastMessageAt"));
        out.println("messages      " + session.path("messages").asText() + " by "
                + SessionListText.people(session.path("participants")) + " people, "
                + session.path("edits").asText()
                + " edits, " + session.path("deletes").asText() + " deletes");
        out.println();
    }

    /**
     * Prints a message: time, sender and text.
     *
     * @param message an element of {@code messages} in an answer of the HTTP server
     */
    public void message(JsonNode message) {
        out.println(time(message) + "  " + content(message));
    }

    /**
     * Prints a search hit: time, conversation, sender and text.
     *
     * @param hit an element of {@code hits} in an answer of the HTTP server
     */
    public void hit(JsonNode hit) {
        JsonNode message = hit.path("message");
        out.println(time(message) + "  " + ConversationText.of(hit.path("conversation")) + "  " + content(message));
    }

    private static String time(JsonNode message) {
        return SessionListText.seconds(SessionListText.text(message, "sentAt"));
    }

    private static String content(JsonNode message) {
        JsonNode event = EventJson.of(message);
        String author = sender(event.path("sender")) + ": ";
        if (message.path("deleted").asBoolean()) {
            return author + mark("deleted", event.path("deletedBy"));
        }
        return author + body(event) + (event.has("editedAt") ? " " + mark("edited", event.path("editedBy")) : "");
    }

    private static String state(JsonNode session) {
        String closedBy = SessionListText.text(session, "closedBy");
        return SessionListText.text(session, "state") + (closedBy.isEmpty() ? "" : " (" + closedBy + ")");
    }

    /** For example {@code (edited)}, or {@code (edited by Bob)} if someone other than the author edited the message. */
    private static String mark(String change, JsonNode by) {
        return "(" + change + (by.isObject() ? " by " + sender(by) : "") + ")";
    }

    /** The sender's name, or the id if there is no name. */
    private static String sender(JsonNode sender) {
        String name = sender.path("name").asText(sender.path("id").asText());
        String role = sender.path("role").asText("user");
        return Printable.line(name) + (role.equals("user") ? "" : " [" + Printable.line(role) + "]");
    }

    private static String body(JsonNode event) {
        StringBuilder body =
                new StringBuilder(Printable.lines(event.path("text").asText("")).replace("\n", CONTINUED));
        for (JsonNode part : event.path("parts")) {
            String name = part.path("name").asText("");
            body.append(body.length() == 0 ? "" : " ").append('[').append(SessionListText.text(part, "type"));
            body.append(name.isEmpty() ? "" : " " + Printable.line(name)).append(']');
        }
        return body.toString();
    }
}
