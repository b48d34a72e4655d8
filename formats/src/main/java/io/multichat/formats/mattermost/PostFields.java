package io.multichat.formats.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.MessageView;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of posts. What the import keeps as attributes is written back as it was, but attributes do not make a post anything else than
 * the message that has them.
 */
final class PostFields {
    private PostFields() {}

    static ObjectNode of(ExportedMessage exported) {
        MessageView message = MessageView.of(exported);
        ObjectNode post = restored(message.attributes());
        if (message.sender().role() != Sender.Role.SYSTEM
                && PostKind.isSystem(post.path("type").asText(""))) {
            post.remove("type");
        }
        post.put("user", message.sender().id()).put("message", message.text()).put("create_at", message.at());
        message.editedAt().ifPresent(at -> post.put("edit_at", at));
        for (JsonNode part : message.parts()) {
            if (part.path("type").asText("").equals("attachment")) {
                JsonNode path = part.has("path") ? part.path("path") : part.path("name");
                post.withArray("/attachments").addObject().set("path", path);
            }
        }
        Map<String, Long> times = times(exported);
        exported.standing()
                .forEach((emoji, senders) -> senders.forEach(sender -> post.withArray("/reactions")
                        .addObject()
                        .put("user", sender.id())
                        .put("emoji_name", emoji)
                        .put("create_at", times.get(key(emoji, sender.id())))));
        return post;
    }

    static boolean isPresence(ExportedEvent event) {
        EventType type = event.event().type();
        return type == EventType.PARTICIPANT_JOINED || type == EventType.PARTICIPANT_LEFT;
    }

    /** A join or a leave. */
    static ObjectNode of(ExportedEvent exported) {
        ChatEvent event = exported.event();
        ObjectNode post = event.content()
                .attributes()
                .map(attributes -> restored(attributes))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        if (!PostKind.isPresence(event.type(), post.path("type").asText(""))) {
            post.put(
                    "type",
                    event.type() == EventType.PARTICIPANT_JOINED ? "system_join_channel" : "system_leave_channel");
        }
        return post.put("user", event.sender().orElseThrow().id())
                .put("message", event.content().text().orElse(""))
                .put("create_at", event.at());
    }

    /** Team and channel, or the members of a direct conversation, whose names the channel consists of. */
    static void addChannel(ObjectNode post, String channel) {
        int slash = channel.indexOf('/');
        if (slash < 0) {
            for (String member : channel.split(",")) {
                post.withArray("/channel_members").add(member);
            }
        } else {
            post.put("team", channel.substring(0, slash)).put("channel", channel.substring(slash + 1));
        }
    }

    /** When each reaction was added last. */
    private static Map<String, Long> times(ExportedMessage exported) {
        Map<String, Long> times = new HashMap<>();
        for (ExportedEvent reaction : exported.reactions()) {
            ChatEvent event = reaction.event();
            if (event.type() == EventType.REACTION_ADDED) {
                String emoji = event.content().emoji().orElse("");
                times.put(key(emoji, event.sender().orElseThrow().id()), event.at());
            }
        }
        return times;
    }

    private static String key(String emoji, String sender) {
        return emoji + '\u0000' + sender;
    }

    private static ObjectNode restored(JsonNode attributes) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        attributes
                .path(MattermostFormat.NAME)
                .properties()
                .forEach(extra -> post.set(extra.getKey(), extra.getValue()));
        return post.remove(MattermostPosts.READ);
    }
}
