package io.multichat.formats.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonFields;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns comments into messages. */
final class TwitchComments {
    private static final Set<String> READ =
            Set.of("_id", "channel_id", "commenter", "created_at", "updated_at", "message", "content_type", "source");

    private static final Set<String> READ_OF_MESSAGE = Set.of("body", "fragments");

    /** Notices whose text the program wrote; a highlighted message or an announcement is a message. */
    private static final Set<String> NOTICES = Set.of(
            "sub",
            "resub",
            "subgift",
            "submysterygift",
            "giftpaidupgrade",
            "primepaidupgrade",
            "rewardgift",
            "raid",
            "unraid",
            "ritual",
            "bitsbadgetier",
            "viewermilestone");

    private final FoundEvents events;
    private Optional<String> streamer = Optional.empty();
    private Optional<String> videoStart = Optional.empty();

    TwitchComments(FoundEvents events) {
        this.events = events;
    }

    /** Remembers whose channel it is; comments usually say it too. */
    void streamer(JsonNode fields) {
        streamer = JsonFields.text(fields, "id").or(() -> JsonFields.text(fields, "name"));
    }

    /** Remembers when the video began, for comments that have only an offset. */
    void video(JsonNode fields) {
        videoStart = JsonFields.text(fields, "created_at");
    }

    /** Passes on a comment. */
    void read(EventPlace place, JsonNode comment) {
        String channel = JsonFields.text(comment, "channel_id")
                .or(() -> streamer)
                .or(() -> events.options().channel())
                .orElseThrow(() -> new RefusedException("no channel_id; give the channel with --channel"));
        JsonNode message = comment.path("message");
        if (!message.isObject()) {
            throw new RefusedException("no message");
        }
        events.message(
                place,
                new FoundMessage(
                        Conversation.of(TwitchFormat.NAME, channel),
                        JsonFields.text(comment, "_id"),
                        sender(comment.path("commenter"), message),
                        at(comment),
                        FoundMessage.text(text(message), attributes(comment, message))));
    }

    private long at(JsonNode comment) {
        Optional<Long> created = JsonFields.text(comment, "created_at").map(TwitchComments::millis);
        return created.orElseGet(() -> {
            String start = videoStart.orElseThrow(() -> new RefusedException("no created_at"));
            return millis(start)
                    + JsonFields.seconds(comment, "content_offset_seconds")
                            .orElseThrow(() -> new RefusedException("neither created_at nor content_offset_seconds"));
        });
    }

    private Sender sender(JsonNode commenter, JsonNode message) {
        JsonNode params = message.path("user_notice_params");
        String notice = JsonFields.text(params, "msg-id")
                .or(() -> JsonFields.text(params, "msg_id"))
                .orElse("");
        Sender.Role role = NOTICES.contains(notice) ? Sender.Role.SYSTEM : Sender.Role.USER;
        Optional<String> name = JsonFields.text(commenter, "display_name").or(() -> JsonFields.text(commenter, "name"));
        return JsonFields.text(commenter, "_id")
                .or(() -> name)
                .map(id -> new Sender(id, name, role))
                .orElseGet(() -> {
                    events.assumed("Comments of deleted accounts, which are not named, are by \"unknown\".");
                    return new Sender("unknown", Optional.empty(), role);
                });
    }

    private static String text(JsonNode message) {
        return JsonFields.text(message, "body")
                .orElseGet(() -> StreamSupport.stream(message.path("fragments").spliterator(), false)
                        .map(fragment -> fragment.path("text").asText())
                        .collect(Collectors.joining()));
    }

    private static Optional<ObjectNode> attributes(JsonNode comment, JsonNode message) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        comment.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        message.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        all.remove(READ_OF_MESSAGE);
        return JsonFields.rest(TwitchFormat.NAME, all, READ);
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
