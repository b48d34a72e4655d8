package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints sessions as a table, one per line. */
public final class SessionListText {
    private static final String ROW = "%-26s  %-7s  %-20s  %-20s  %8s  %6s  %s%n";
    private static final int SECONDS_LENGTH = "2026-01-31T09:30:00".length();

    private final PrintWriter out;

    public SessionListText(PrintWriter out) {
        this.out = out;
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
                    seconds(text(session, "startedAt")),
                    seconds(text(session, "lastMessageAt")),
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

    /** A time without its milliseconds. */
    static String seconds(String time) {
        return time.length() > SECONDS_LENGTH ? time.substring(0, SECONDS_LENGTH) + "Z" : time;
    }
}
