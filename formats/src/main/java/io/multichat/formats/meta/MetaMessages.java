package io.multichat.formats.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.Required;
import io.multichat.formats.found.TimeOrder;
import io.multichat.formats.json.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns the messages of one thread into events. */
final class MetaMessages {
    private static final List<String> MEDIA = List.of("photos", "videos", "audio_files", "files", "gifs", "sticker");

    private static final Set<String> READ = Set.of(
            "sender_name",
            "timestamp_ms",
            "content",
            "reactions",
            "photos",
            "videos",
            "audio_files",
            "files",
            "gifs",
            "sticker");

    private final String platform;
    private final Conversation conversation;
    private final FoundEvents events;
    private final TimeOrder order = new TimeOrder();

    MetaMessages(String platform, Conversation conversation, FoundEvents events) {
        this.platform = platform;
        this.conversation = conversation;
        this.events = events;
    }

    /** Reads one element of {@code messages}; it is passed on when its order is known. */
    void read(EventPlace place, JsonNode element) {
        JsonNode message = Mojibake.repaired(EncryptedThread.renamed(element));
        long at = JsonFields.number(message, "timestamp_ms").orElseThrow(() -> new RefusedException("no timestamp_ms"));
        order.add(at, () -> events.at(place, () -> pass(place, message, at)));
    }

    /** Passes on the last ones. */
    void end() {
        order.end();
    }

    private void pass(EventPlace place, JsonNode message, long at) {
        String name = sender(message);
        MetaNotice notice = MetaNotice.of(name, message);
        Content content = content(message);
        for (String who : notice.who()) {
            events.participant(
                    place,
                    notice.type(),
                    new FoundMessage(conversation, Optional.empty(), FoundMessage.named(who), at, content));
        }
        if (notice.type() == EventType.MESSAGE_CREATED) {
            Sender sender = new Sender(name, Optional.of(name), notice.role());
            FoundMessage known =
                    events.message(place, new FoundMessage(conversation, Optional.empty(), sender, at, content));
            reactions(place, known, message);
        }
    }

    private void reactions(EventPlace place, FoundMessage known, JsonNode message) {
        for (JsonNode reaction : message.path("reactions")) {
            OptionalLong at = JsonFields.seconds(reaction, "timestamp");
            if (at.isEmpty()) {
                events.assumed("Reactions without a time are given the time of their message.");
            }
            events.at(
                    place,
                    () -> events.event(
                            place,
                            known.withTime(at.orElse(known.at()))
                                    .reaction(
                                            FoundMessage.named(Required.text(reaction, "actor")),
                                            Required.text(reaction, "reaction"))));
        }
    }

    private String sender(JsonNode message) {
        return JsonFields.text(message, "sender_name").orElseGet(() -> {
            if (!message.path("sender_name").isTextual()) {
                throw new RefusedException("no sender_name");
            }
            events.assumed("Messages of deleted accounts, which have an empty name, are by \"unknown\".");
            return "unknown";
        });
    }

    private Content content(JsonNode message) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String kind : MEDIA) {
            JsonNode media = message.path(kind);
            for (JsonNode each : media.isObject() ? List.of(media) : media) {
                ObjectNode part = parts.addObject().put("type", "attachment").put("kind", kind);
                each.properties().forEach(field -> part.putIfAbsent(field.getKey(), field.getValue()));
            }
        }
        return Content.of(
                Optional.of(JsonFields.text(message, "content").orElse("")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(parts).filter(found -> !found.isEmpty()),
                JsonFields.rest(platform, message, READ));
    }
}
