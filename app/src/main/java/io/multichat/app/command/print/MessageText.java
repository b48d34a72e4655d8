package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.jobs.client.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The parts of a message as people read them. Untrusted text is made safe for a terminal. */
final class MessageText {
    private static final int EARLIER_TEXT = 200;

    private MessageText() {}

    /** The name of a sender, or the id if there is no name, and the role if it is not that of a user. */
    static String sender(JsonNode sender) {
        String name = sender.path("name").asText(sender.path("id").asText());
        String role = sender.path("role").asText("user");
        return Printable.line(name) + (role.equals("user") ? "" : " [" + Printable.line(role) + "]");
    }

    /** The text, the parts, and whether the message was edited, deleted or erased; several lines. */
    static String content(JsonNode message) {
        JsonNode event = EventJson.of(message);
        if (message.path("deleted").asBoolean()) {
            return mark("deleted", event.path("deletedBy"));
        }
        if (isErased(event)) {
            return "(erased)";
        }
        return body(event) + (event.has("editedAt") ? " " + mark("edited", event.path("editedBy")) : "");
    }

    /** The content on one line without marks, cut to this many columns. */
    static String summary(JsonNode message, int width) {
        if (message.path("deleted").asBoolean()) {
            return "(deleted)";
        }
        JsonNode event = EventJson.of(message);
        return isErased(event) ? "(erased)" : Columns.cut(body(event).replaceAll("\\s+", " "), width);
    }

    /** The reactions, such as {@code 👍 2 Ada, Bob}; empty if there are none. */
    static String reactions(JsonNode message) {
        return elements(message.path("reactions")).stream()
                .map(reaction -> {
                    List<JsonNode> senders = elements(reaction.path("senders"));
                    String names = senders.stream().map(MessageText::sender).collect(Collectors.joining(", "));
                    int count = reaction.path("count").asInt();
                    String more = count > senders.size() ? ", …" : "";
                    String emoji = SessionListText.text(reaction, "emoji");
                    return (emoji.isEmpty() ? "reaction" : emoji) + " " + count + " " + names + more;
                })
                .collect(Collectors.joining("   "));
    }

    /** A line for each version but the newest, if the message has its revisions. */
    static List<String> earlier(JsonNode message, TimeText times) {
        List<JsonNode> versions = elements(message.path("revisions"));
        List<String> lines = new ArrayList<>();
        if (message.has("revisionsComplete")) {
            lines.add("(earlier versions are left out: they are too large)");
        }
        for (JsonNode event : versions.subList(0, Math.max(0, versions.size() - 1))) {
            String field = event.has("editedAt") ? "editedAt" : event.has("deletedAt") ? "deletedAt" : "sentAt";
            String change = field.equals("deletedAt") ? "deleted" : Columns.cut(body(event), EARLIER_TEXT);
            lines.add("was, " + times.full(event, field) + ": " + change.replaceAll("\\s+", " "));
        }
        return lines;
    }

    private static boolean isErased(JsonNode event) {
        return !event.has("text")
                && ErasedEvent.isMessage(event.path("sender").path("id").asText(), event.path("attributes"));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** For example {@code (edited)}, or {@code (edited by Bob)} if someone other than the author edited the message. */
    private static String mark(String change, JsonNode by) {
        return "(" + change + (by.isObject() ? " by " + sender(by) : "") + ")";
    }

    private static String body(JsonNode event) {
        StringBuilder body =
                new StringBuilder(Printable.lines(event.path("text").asText("")));
        for (JsonNode part : event.path("parts")) {
            String name = part.path("name").asText("");
            body.append(body.length() == 0 ? "" : " ").append('[').append(SessionListText.text(part, "type"));
            body.append(name.isEmpty() ? "" : " " + Printable.line(name)).append(']');
        }
        return body.toString();
    }
}
