package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints sessions as a table, one per line. */
public final class SessionListText {
    private static final String ROW = "%-26s  %-7s  %-19s  %-19s  %8s  %6s  %s%n";

    private final PrintWriter out;
    private final TimeText times;

    public SessionListText(PrintWriter out, TimeText times) {
        this.out = out;
        this.times = times;
    }

    /** @param sessions a list of snapshots */
    public void print(JsonNode sessions) {
        out.printf(
                Locale.ROOT, ROW, "SESSION", "STATE", "STARTED", "LAST MESSAGE", "MESSAGES", "PEOPLE", "CONVERSATION");
        for (JsonNode session : sessions) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    text(session, "sessionId"),
                    text(session, "state"),
                    times.full(session, "startedAt"),
                    times.full(session, "lastMessageAt"),
                    session.path("messages").asText(),
                    people(session.path("participants")),
                    ConversationText.of(session.path("conversation")));
        }
        out.flush();
    }

    /** The number of participants; {@code ~} marks an estimate. */
    static String people(JsonNode participants) {
        String mark = participants.path("approximate").asBoolean() ? "~" : "";
        return mark + participants.path("count").asText();
    }

    /** A field as printable text; empty when it is missing. */
    static String text(JsonNode object, String field) {
        return Printable.line(object.path(field).asText(""));
    }
}
