package io.multichat.events.publish;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;

/** The example in the README, compiled so that it stays correct. Running it requires a broker. */
final class ReadmeExample {
    private ReadmeExample() {}

    static void publish(String bootstrapServers, Queue<ChatEvent> failed) {
        try (ChatPublisher publisher =
                new ChatPublisher(Map.of("bootstrap.servers", bootstrapServers), PublisherSettings.defaults())) {
            Conversation conversation = Conversation.of("irc", "#multichat");
            ChatEvent event = ChatEvent.message(conversation, "m1", Sender.user("ada"), Instant.now(), "Hello!");
            publisher.publish(event, (written, error) -> {
                if (error != null) {
                    failed.add(event);
                }
            });
        }
    }
}
