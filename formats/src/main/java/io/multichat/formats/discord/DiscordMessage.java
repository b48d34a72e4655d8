package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Sender;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.MessageView;
import java.util.List;

/** A message as DiscordChatExporter writes it. What its import kept as attributes is written back as it was. */
record DiscordMessage(MessageView message) {
    private static final List<String> LISTS = List.of("embeds", "stickers", "mentions", "inlineEmojis");

    private static final List<String> OBJECTS = List.of("forwardedMessage", "interaction", "callEndedTimestamp");

    ObjectNode toJson(ExportedMessage exported) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", message.id());
        json.put("type", type()).put("timestamp", Rfc3339.format(message.at()));
        if (message.editedAt().isPresent()) {
            json.put("timestampEdited", Rfc3339.format(message.editedAt().getAsLong()));
        } else {
            json.putNull("timestampEdited");
        }
        json.putNull("callEndedTimestamp")
                .put("isPinned", attribute("pinned").asBoolean())
                .put("content", message.text());
        json.set("author", user(message.sender(), attribute("username").asText("")));
        attachments(json);
        for (String list : LISTS) {
            JsonNode values = attribute(list);
            json.set(list, values.isArray() ? values : JsonNodeFactory.instance.arrayNode());
        }
        reactions(json, exported);
        message.replyTo()
                .ifPresent(
                        id -> json.putObject("reference").put("messageId", id).putNull("guildId"));
        for (String object : OBJECTS) {
            if (!attribute(object).isMissingNode()) {
                json.set(object, attribute(object));
            }
        }
        return json;
    }

    /** @param username the name of the account, if it is not the shown name */
    static ObjectNode user(Sender sender, String username) {
        String name = sender.name().orElse(sender.id());
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", sender.id())
                .put("name", username.isEmpty() ? name : username)
                .put("discriminator", "0000")
                .put("nickname", name)
                .putNull("color")
                .put("isBot", sender.role() == Sender.Role.BOT || sender.role() == Sender.Role.ASSISTANT)
                .put("avatarUrl", "");
    }

    private String type() {
        String known = attribute("type").asText("");
        boolean notice = message.sender().role() == Sender.Role.SYSTEM && !known.equals(DiscordMessages.JOIN);
        if (!known.isEmpty() && (notice || DiscordMessages.MESSAGES.contains(known))) {
            return known;
        }
        if (message.sender().role() == Sender.Role.SYSTEM) {
            return "ChannelNameChange";
        }
        return message.replyTo().isPresent() ? "Reply" : "Default";
    }

    private void attachments(ObjectNode json) {
        json.putArray("attachments");
        for (JsonNode part : message.parts()) {
            if (part.path("type").asText("").equals("attachment")) {
                json.withArray("/attachments")
                        .addObject()
                        .put("id", part.path("id").asText(""))
                        .put("url", part.path("url").asText(""))
                        .put("fileName", part.path("name").asText(""))
                        .put("fileSizeBytes", part.path("size").asLong());
            }
        }
    }

    /** Reactions of which only the number is known have no users. */
    private void reactions(ObjectNode json, ExportedMessage exported) {
        json.putArray("reactions");
        exported.standing().forEach((emoji, senders) -> {
            ObjectNode reaction = reaction(json, emoji, senders.size());
            senders.forEach(sender -> reaction.withArray("/users").add(user(sender, "")));
        });
        attribute("reactions")
                .properties()
                .forEach(counted ->
                        reaction(json, counted.getKey(), counted.getValue().asLong()));
    }

    private static ObjectNode reaction(ObjectNode json, String emoji, long count) {
        ObjectNode reaction = json.withArray("/reactions").addObject();
        reaction.putObject("emoji")
                .putNull("id")
                .put("name", emoji)
                .put("code", emoji)
                .put("isAnimated", false);
        return reaction.put("count", count);
    }

    private JsonNode attribute(String name) {
        return message.attribute(DiscordFormat.PLATFORM, name);
    }
}
