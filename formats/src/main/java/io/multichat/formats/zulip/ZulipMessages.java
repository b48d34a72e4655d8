package io.multichat.formats.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.Required;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the messages of one file into events. A topic is a thread of its channel. */
final class ZulipMessages {
    private static final String PERSON = "1";
    private static final String CHANNEL = "2";

    private static final Set<String> READ = Set.of(
            "id",
            "sender",
            "recipient",
            "subject",
            "content",
            "rendered_content",
            "rendered_content_version",
            "date_sent",
            "pub_date",
            "last_edit_time",
            "search_tsvector");

    private final ZulipNames names;
    private final FoundEvents events;

    ZulipMessages(ZulipNames names, FoundEvents events) {
        this.names = names;
        this.events = events;
        if (names.isIncomplete()) {
            events.assumed("People and channels that " + ZulipNames.FILE + " does not name are numbers.");
        }
    }

    /** Passes on a message. */
    void read(EventPlace place, JsonNode message) {
        OptionalLong sent = JsonFields.seconds(message, message.has("date_sent") ? "date_sent" : "pub_date");
        long at = sent.orElseThrow(() -> new RefusedException("no date_sent"));
        String sender = Required.text(message, "sender");
        Content content = FoundMessage.text(
                JsonFields.text(message, "content").orElse(""), JsonFields.rest(ZulipFormat.NAME, message, READ));
        FoundMessage known = events.message(
                place,
                new FoundMessage(
                        conversation(message, sender),
                        Optional.of(Required.text(message, "id")),
                        names.user(sender),
                        at,
                        content));
        JsonFields.seconds(message, "last_edit_time").ifPresent(edited -> events.event(place, known.edited(edited)));
    }

    private Conversation conversation(JsonNode message, String sender) {
        String id = Required.text(message, "recipient");
        ZulipNames.Recipient recipient = names.recipientWith(id).orElse(new ZulipNames.Recipient("", id));
        String channel = switch (recipient.type()) {
            // Both directions between two people are one conversation.
            case PERSON ->
                "direct/" + Stream.of(sender, recipient.id()).sorted().collect(Collectors.joining(","));
            case CHANNEL -> names.stream(recipient.id()).orElse("channel/" + recipient.id());
            case "" -> "recipient/" + id;
            default -> "group/" + recipient.id();
        };
        return Conversation.of(
                ZulipFormat.NAME,
                events.options().inWorkspace(channel),
                JsonFields.text(message, "subject").orElse(""));
    }
}
