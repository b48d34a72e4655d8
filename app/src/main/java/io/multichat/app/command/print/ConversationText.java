package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import java.util.Optional;

/** Names conversations as people write them: {@code irc #ubuntu}, {@code slack general (thread 17)}. Safe for a terminal. */
public final class ConversationText {
    private ConversationText() {}

    public static String of(Conversation conversation) {
        return of(conversation.platform(), conversation.channel(), conversation.thread());
    }

    /** @param conversation an object with {@code platform}, {@code channel} and perhaps {@code thread} */
    static String of(JsonNode conversation) {
        return of(
                conversation.path("platform").asText(),
                conversation.path("channel").asText(),
                Optional.ofNullable(conversation.path("thread").textValue()));
    }

    private static String of(String platform, String channel, Optional<String> thread) {
        String inThread = thread.filter(id -> !id.isEmpty())
                .map(id -> " (thread " + id + ")")
                .orElse("");
        return Printable.line(platform + " " + channel + inThread);
    }
}
