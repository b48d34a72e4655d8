package io.multichat.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Small sessions in an archive, and what an export has of them. */
final class SomeChat {
    private static final Conversation CHANNEL = Conversation.of("slack", "general");

    private SomeChat() {}

    static void session(ArchivedChat chat, Conversation conversation, String id, long at) {
        ChatEvent message = Chat.message(conversation, id, at);
        chat.message(conversation, id, at, 0);
        chat.announced(Chat.session(message, Chat.closed(at + 1), Chat.span(at, at), 1, 1));
    }

    static void other(ArchivedChat chat, EventType type, String id, long at) {
        boolean reaction = type == EventType.REACTION_ADDED;
        Content content = Content.of(
                Optional.empty(),
                reaction ? Optional.of("+1") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        chat.accepted(
                new ChatEvent(
                        type,
                        CHANNEL,
                        reaction ? Optional.of(id) : Optional.empty(),
                        Optional.of(Sender.user("ada")),
                        at,
                        OptionalLong.empty(),
                        Optional.of("event " + id),
                        content),
                at,
                5);
    }

    /** Ids of messages, types of events, kinds of other lines. */
    static List<String> kinds(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> switch (line.path("kind").asText()) {
                    case "message" -> line.at("/event/messageId").asText();
                    case "event" -> line.at("/event/type").asText();
                    default -> line.path("kind").asText();
                })
                .toList();
    }
}
