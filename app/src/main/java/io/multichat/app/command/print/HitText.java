package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.EventJson;
import java.io.PrintWriter;

/** Prints search hits for people: time, conversation, sender and the part of the text that matches. */
public record HitText(PrintWriter out, Paint paint, TimeText times) {
    /** @param hit an element of {@code hits} in an answer of the HTTP server */
    public void print(JsonNode hit) {
        JsonNode message = hit.path("message");
        JsonNode event = EventJson.of(message);
        String text = hit.has("snippet") ? snippet(hit.path("snippet")) : Printable.line(MessageText.content(message));
        out.println(paint.aside(times.full(message, "sentAt")) + "  " + ConversationText.of(hit.path("conversation"))
                + "  " + paint.name(MessageText.sender(event.path("sender"))) + ": " + text);
    }

    /** The part on one line, with its marks painted. */
    private String snippet(JsonNode snippet) {
        String text = snippet.path("text").asText("").replace('\n', ' ');
        StringBuilder painted = new StringBuilder();
        int next = 0;
        for (JsonNode mark : snippet.path("marks")) {
            int start = within(mark.path(0).asInt(), next, text);
            int end = within(mark.path(1).asInt(), start, text);
            painted.append(Printable.line(text.substring(next, start)));
            painted.append(paint.found(Printable.line(text.substring(start, end))));
            next = end;
        }
        return painted.append(Printable.line(text.substring(next))).toString();
    }

    private static int within(int index, int from, String text) {
        return Math.min(Math.max(index, from), text.length());
    }
}
