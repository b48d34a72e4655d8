package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonElement;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns Slack's messages into events. */
final class SlackMessages {
    static final String PLATFORM = "slack";

    private final SlackNames names;
    private final FoundEvents events;
    private final Supplier<String> fileChannel;

    /** @param fileChannel the channel of messages that do not name it */
    SlackMessages(SlackNames names, FoundEvents events, Supplier<String> fileChannel) {
        this.names = names;
        this.events = events;
        this.fileChannel = fileChannel;
    }

    /** Passes on a message, with the replies that slackdump writes into it. */
    void read(JsonElement element) {
        EventPlace place = new EventPlace("message", element.number(), Optional.empty());
        events.at(place, () -> {
            JsonNode message = element.value().orElseThrow(() -> new RefusedException("larger than a message may be"));
            read(place, message);
            message.path("slackdump_thread_replies").forEach(reply -> events.at(place, () -> read(place, reply)));
        });
    }

    private void read(EventPlace place, JsonNode message) {
        String id = message.path("ts").asText("");
        long at = SlackTime.millis(id);
        Conversation conversation = conversation(message, id);
        Sender sender = sender(message);
        Content content = SlackContent.of(message, id);
        SlackKind kind = SlackKind.of(message.path("subtype").asText(""));
        boolean system = kind == SlackKind.NOTICE || kind == SlackKind.DELETED;
        Sender by = system ? new Sender(sender.id(), sender.name(), Sender.Role.SYSTEM) : sender;
        FoundMessage found = new FoundMessage(conversation, Optional.of(id), by, at, content);
        switch (kind) {
            case JOINED -> events.participant(place, EventType.PARTICIPANT_JOINED, found);
            case LEFT -> events.participant(place, EventType.PARTICIPANT_LEFT, found);
            default -> events.message(place, found);
        }
        if (kind == SlackKind.DELETED) {
            events.event(place, found.deleted(at));
        }
        JsonNode edited = message.path("edited");
        if (edited.hasNonNull("ts") && kind == SlackKind.MESSAGE) {
            events.event(place, found.edited(SlackTime.millis(edited.path("ts").asText())));
        }
        reactions(place, message.path("reactions"), found);
    }

    private void reactions(EventPlace place, JsonNode reactions, FoundMessage to) {
        for (JsonNode reaction : reactions) {
            String emoji = reaction.path("name").asText("");
            for (JsonNode user : reaction.path("users")) {
                Sender by = new Sender(user.asText(), names.user(user.asText()), Sender.Role.USER);
                events.event(place, to.reaction(by, emoji));
            }
        }
    }

    private Conversation conversation(JsonNode message, String id) {
        String own = message.path("channel").isTextual()
                ? message.path("channel").asText()
                : message.path("channel_name").asText("");
        String channel = events.options().channel().orElseGet(() -> own.isEmpty() ? fileChannel.get() : own);
        String thread = message.path("thread_ts").asText("");
        return Conversation.of(PLATFORM, events.options().inWorkspace(channel), thread.equals(id) ? "" : thread);
    }

    private Sender sender(JsonNode message) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        String commenter = message.path("comment").path("user").asText("");
        boolean named = message.path("subtype").asText("").equals("bot_message");
        // Messages of old integrations have only a name.
        String integration = named ? message.path("username").asText("") : "";
        String id = Stream.of(user, bot, commenter, integration)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        if (id.isEmpty()) {
            throw new RefusedException("no user, bot_id or comment.user");
        }
        Optional<String> name = names.user(id)
                .or(() -> SlackNames.shownName(
                        message.path("user_profile"),
                        message.path("username")
                                .asText(message.path("bot_profile").path("name").asText(""))));
        boolean byBot = !bot.isEmpty() || id.equals(integration);
        return new Sender(id, name, byBot ? Sender.Role.BOT : Sender.Role.USER);
    }
}
