package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.jobs.client.EventJson;

/** Prints live events for people. Not thread-safe. */
public final class LiveText {
    private static final int EDIT_COLUMNS = 200;

    private final TranscriptText text;
    private String conversation = "";

    public LiveText(TranscriptText text) {
        this.text = text;
    }

    /**
     * Prints an event; snapshots are not printed.
     *
     * @param name its type
     * @param data as the HTTP server sends it
     */
    public void event(String name, JsonNode data) {
        if (!data.has("event")) {
            return;
        }
        beginConversation(data.path("conversation").asText());
        JsonNode event = EventJson.of(data);
        String who = MessageText.sender(event.path("sender"));
        String message = SessionListText.text(event, "messageId");
        switch (name) {
            case "message.created" -> text.message(message(data, event));
            case "message.edited" ->
                text.note(
                        event,
                        "editedAt",
                        "message " + message + " edited: " + MessageText.summary(message(data, event), EDIT_COLUMNS));
            case "message.deleted" -> text.note(event, "deletedAt", "message " + message + " deleted");
            case "reaction.added" ->
                text.note(event, "sentAt", who + " reacts " + SessionListText.text(event, "emoji") + " to " + message);
            case "reaction.removed" ->
                text.note(
                        event,
                        "sentAt",
                        who + " takes back " + SessionListText.text(event, "emoji") + " from " + message);
            case "participant.joined" -> text.note(event, "sentAt", who + " joins");
            case "participant.left" -> text.note(event, "sentAt", who + " leaves");
            default -> text.note(data, "sentAt", Printable.line(name));
        }
    }

    private void beginConversation(String key) {
        if (!key.equals(conversation)) {
            conversation = key;
            text.heading(name(key));
        }
    }

    private static String name(String key) {
        try {
            return ConversationText.of(Conversation.ofKey(key));
        } catch (InvalidEventException e) {
            return Printable.line(key);
        }
    }

    private static JsonNode message(JsonNode data, JsonNode event) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("messageId", event.path("messageId"));
        message.set("sentAt", data.path("sentAt"));
        message.set("event", data.path("event"));
        return message;
    }
}
