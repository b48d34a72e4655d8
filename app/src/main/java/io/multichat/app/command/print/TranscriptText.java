package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.EventJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints a session and its messages for people: a line for each day, the time, the sender's name padded, the text. Not thread-safe.
 */
public final class TranscriptText {
    private static final int QUOTE_COLUMNS = 60;
    private static final int NARROWEST_NAME = 8;
    private static final int WIDEST_NAME = 20;
    // Enough for the replies of a conversation that is alive.
    private static final int QUOTABLE = 1_000;

    private final PrintWriter out;
    private final Paint paint;
    private final TimeText times;
    private final Map<String, String> quotable = new LinkedHashMap<>();
    private String day = "";
    private int nameColumns = NARROWEST_NAME;

    public TranscriptText(PrintWriter out, Paint paint, TimeText times) {
        this.out = out;
        this.paint = paint;
        this.times = times;
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
        out.println("time          " + times.full(session, "startedAt") + " to " + times.full(session, "lastMessageAt")
                + " (" + times.zone().getId() + ")");
        out.println("messages      " + session.path("messages").asText() + " by "
                + SessionListText.people(session.path("participants")) + " people, "
                + session.path("edits").asText()
                + " edits, " + session.path("deletes").asText() + " deletes");
        out.println();
    }

    /**
     * Prints a message, and before the first one of a day a line with the day.
     *
     * @param message an element of {@code messages} in an answer of the HTTP server
     */
    public void message(JsonNode message) {
        JsonNode event = EventJson.of(message);
        times.day(message, "sentAt").ifPresent(this::beginDay);
        List<String> lines = new ArrayList<>();
        String reply = event.path("replyTo").asText("");
        if (!reply.isEmpty()) {
            lines.add(paint.aside("> " + quotable.getOrDefault(reply, "(message " + Printable.line(reply) + ")")));
        }
        lines.addAll(MessageText.content(message).lines().toList());
        String reactions = MessageText.reactions(message);
        if (!reactions.isEmpty()) {
            lines.add(paint.aside(reactions));
        }
        MessageText.earlier(message, times).forEach(line -> lines.add(paint.aside(line)));
        String name = MessageText.sender(event.path("sender"));
        print(times.clock(message, "sentAt"), name, lines);
        remember(message, name);
    }

    /**
     * Prints what happened apart from messages.
     *
     * @param object has the time
     * @param field the field with the time
     * @param text what happened, safe for a terminal
     */
    public void note(JsonNode object, String field, String text) {
        times.day(object, field).ifPresent(this::beginDay);
        out.println(paint.aside(times.clock(object, field) + "  * " + text));
    }

    /** Prints a line that separates what follows; the next message begins with its day again. */
    public void heading(String text) {
        day = "";
        out.println(paint.heading("== " + text));
    }

    private void beginDay(String next) {
        if (!next.equals(day)) {
            day = next;
            out.println(paint.heading("-- " + next));
        }
    }

    private void print(String time, String name, List<String> lines) {
        nameColumns = Math.min(WIDEST_NAME, Math.max(nameColumns, Columns.of(name)));
        String shown = Columns.cut(name, WIDEST_NAME);
        String blank = " ".repeat(time.length() + 2 + nameColumns + 2);
        String first = lines.isEmpty() ? "" : lines.get(0);
        String blanks = " ".repeat(Math.max(0, nameColumns - Columns.of(shown)) + 2);
        out.println((paint.aside(time) + "  " + paint.name(shown) + blanks + first).stripTrailing());
        lines.stream().skip(1).forEach(line -> out.println((blank + line).stripTrailing()));
    }

    private void remember(JsonNode message, String name) {
        quotable.put(message.path("messageId").asText(), name + ": " + MessageText.summary(message, QUOTE_COLUMNS));
        if (quotable.size() > QUOTABLE) {
            Iterator<String> oldest = quotable.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static String state(JsonNode session) {
        String closedBy = SessionListText.text(session, "closedBy");
        return SessionListText.text(session, "state") + (closedBy.isEmpty() ? "" : " (" + closedBy + ")");
    }
}
