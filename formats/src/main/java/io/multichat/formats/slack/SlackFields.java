package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.RefusedException;
import io.multichat.formats.write.MessageView;
import java.util.Optional;

/**
 * The fields of messages. What the import of Slack keeps as attributes is written back as it was, but attributes do not make a message
 * anything else, nor anybody else's.
 */
final class SlackFields {
    private static final String SUBTYPE = "subtype";
    private static final String EDITED = "edited";
    private static final String BOT = "bot_id";

    private SlackFields() {}

    static ObjectNode of(MessageView message) {
        ObjectNode slack = start(message.attributes(), message.sender());
        if (message.isDeleted()) {
            slack.put(SUBTYPE, "tombstone");
        } else if (!isAllowed(kind(slack), message.sender())) {
            slack.remove(SUBTYPE);
        }
        if (kind(slack) == SlackKind.MESSAGE) {
            edit(slack, message);
        }
        if (message.text().isEmpty() && !BlockText.of(slack.path("blocks")).isEmpty()) {
            slack.remove("blocks");
        }
        addSender(slack, message.sender());
        return slack.put("text", message.text());
    }

    /** A join or a leave. */
    static ObjectNode of(ChatEvent event) {
        boolean joined = event.type() == EventType.PARTICIPANT_JOINED;
        Sender sender = event.sender().orElseThrow();
        Optional<JsonNode> attributes = event.content().attributes().map(JsonNode.class::cast);
        ObjectNode slack = start(attributes.orElseGet(JsonNodeFactory.instance::objectNode), sender);
        if (kind(slack) != (joined ? SlackKind.JOINED : SlackKind.LEFT)) {
            slack.put(SUBTYPE, joined ? "channel_join" : "channel_leave");
        }
        addSender(slack, sender);
        return slack.put(
                "text", event.content().text().orElse("<@" + sender.id() + "> has " + (joined ? "joined" : "left")));
    }

    private static ObjectNode start(JsonNode attributes, Sender sender) {
        ObjectNode slack = JsonNodeFactory.instance.objectNode().put("type", "message");
        slack.setAll(SlackContent.extras(attributes.path(SlackMessages.PLATFORM)));
        if (sender.role() != Sender.Role.SYSTEM && !isBot(sender)) {
            slack.remove(BOT);
        }
        return slack;
    }

    private static SlackKind kind(ObjectNode slack) {
        return SlackKind.of(slack.path(SUBTYPE).asText(""));
    }

    private static boolean isAllowed(SlackKind kind, Sender sender) {
        return kind == SlackKind.MESSAGE || (kind == SlackKind.NOTICE && sender.role() == Sender.Role.SYSTEM);
    }

    private static boolean isBot(Sender sender) {
        return sender.role() == Sender.Role.BOT || sender.role() == Sender.Role.ASSISTANT;
    }

    private static void edit(ObjectNode slack, MessageView message) {
        if (message.editedAt().isEmpty()) {
            slack.remove(EDITED);
            return;
        }
        long at = message.editedAt().getAsLong();
        try {
            if (SlackTime.millis(slack.path(EDITED).path("ts").asText("")) == at) {
                return;
            }
        } catch (RefusedException e) {
            // Not the time of an edit; replaced.
        }
        slack.putObject(EDITED).put("user", message.sender().id()).put("ts", MessageTimestamps.exact(at));
    }

    /** A bot that has no user is known by its {@code bot_id}. */
    private static void addSender(ObjectNode slack, Sender sender) {
        String bot = slack.path(BOT).asText("");
        String known = bot.isEmpty() ? slack.path("comment").path("user").asText("") : bot;
        if (!known.equals(sender.id())) {
            slack.put("user", sender.id());
        }
        if (isBot(sender) && bot.isEmpty()) {
            slack.put(BOT, sender.id());
        }
        if (isBot(sender) && !slack.has(SUBTYPE) && !slack.has("username")) {
            sender.name().ifPresent(name -> slack.put("username", name));
        }
    }
}
