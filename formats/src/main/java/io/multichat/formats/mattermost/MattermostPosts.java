package io.multichat.formats.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.Required;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** Turns the lines of one export into events. A thread is a conversation of its own; its root is in the channel. */
final class MattermostPosts {
    /** The fields that are read; all others are kept as attributes. */
    static final Set<String> READ = Set.of(
            "team",
            "channel",
            "channel_members",
            "user",
            "message",
            "create_at",
            "edit_at",
            "reactions",
            "replies",
            "attachments");

    private final FoundEvents events;

    MattermostPosts(FoundEvents events) {
        this.events = events;
    }

    /** Reads a line. Only posts become events; the others describe teams, channels, users and emoji. */
    void read(EventPlace place, JsonNode line) {
        String type = Required.text(line, "type");
        if (type.equals("post")) {
            JsonNode post = line.path("post");
            thread(place, Required.text(post, "team") + "/" + Required.text(post, "channel"), post);
        } else if (type.equals("direct_post")) {
            JsonNode post = line.path("direct_post");
            thread(place, members(post), post);
        }
    }

    private void thread(EventPlace place, String channelName, JsonNode root) {
        String channel = events.options().inWorkspace(channelName);
        AtomicReference<String> id = new AtomicReference<>();
        events.at(place, () -> id.set(post(place, Conversation.of(MattermostFormat.NAME, channel), null, root)));
        for (JsonNode reply : root.path("replies")) {
            events.at(
                    place,
                    () -> post(place, Conversation.of(MattermostFormat.NAME, channel, id.get()), id.get(), reply));
        }
    }

    private String post(EventPlace place, Conversation conversation, String root, JsonNode post) {
        String user = Required.text(post, "user");
        PostKind kind = PostKind.of(user, post);
        long at = JsonFields.number(post, "create_at").orElseThrow(() -> new RefusedException("no create_at"));
        Content content = Content.of(
                Optional.of(JsonFields.text(post, "message").orElse("")),
                Optional.empty(),
                Optional.ofNullable(root),
                attachments(post),
                JsonFields.rest(MattermostFormat.NAME, post, READ));
        Sender sender = kind.sender();
        FoundMessage message = new FoundMessage(conversation, Optional.empty(), sender, at, content);
        if (kind.type() != EventType.MESSAGE_CREATED) {
            return events.participant(place, kind.type(), message).id().orElseThrow();
        }
        FoundMessage known = events.message(place, message);
        long edited = JsonFields.number(post, "edit_at").orElse(0);
        if (edited > at) {
            events.event(place, known.edited(edited));
        }
        for (JsonNode reaction : post.path("reactions")) {
            events.at(
                    place,
                    () -> events.event(
                            place,
                            known.withTime(JsonFields.number(reaction, "create_at")
                                            .orElse(at))
                                    .reaction(
                                            FoundMessage.named(Required.text(reaction, "user")),
                                            Required.text(reaction, "emoji_name"))));
        }
        return known.id().orElseThrow();
    }

    private static Optional<ArrayNode> attachments(JsonNode post) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode attachment : post.path("attachments")) {
            parts.addObject().put("type", "attachment").set("path", attachment.path("path"));
        }
        return Optional.of(parts).filter(found -> !found.isEmpty());
    }

    /** The channel of a direct conversation is named after its members. */
    private static String members(JsonNode post) {
        Set<String> members = new TreeSet<>();
        post.path("channel_members").forEach(member -> members.add(member.asText()));
        if (members.isEmpty()) {
            throw new RefusedException("no channel_members");
        }
        return String.join(",", members);
    }
}
