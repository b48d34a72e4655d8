package io.multichat.app.run;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Two instances on one broker that share the partitions of the state. */
final class TwoInstances implements AutoCloseable {
    static final int PARTITIONS = 4;
    static final long SENT_AT = 1_769_850_000_000L;
    private static final int CONVERSATIONS = 12;

    final TestBroker broker;
    final ServedInstance first;
    final ServedInstance second;
    final Stores stores;

    /** A message and the session that it begins. */
    record Published(Conversation conversation, SessionId session, String token) {
        int partition() {
            return session.partition(PARTITIONS);
        }

        String path() {
            return "/v1/sessions/" + session;
        }
    }

    TwoInstances(Path folder) throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics("partitions=" + PARTITIONS).run().requireUsable();
        stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        first = new ServedInstance(broker, folder.resolve("first"), stores, "partitions=" + PARTITIONS);
        second = new ServedInstance(broker, folder.resolve("second"), stores, "partitions=" + PARTITIONS);
        await().atMost(Duration.ofMinutes(2)).until(this::isShared);
    }

    /** Publishes a message to each of some conversations through the first instance. */
    Stream<Published> publish(String messageId) {
        return Stream.iterate(0, channel -> channel + 1)
                .limit(CONVERSATIONS)
                .map(channel -> publish(Conversation.of("slack", "channel-" + channel), messageId));
    }

    Published publish(Conversation conversation, String messageId) {
        JsonNode answer = first.post("{\"platform\":\"slack\",\"channel\":\"" + conversation.channel()
                + "\",\"messageId\":\"" + messageId + "\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\""
                + Rfc3339.format(SENT_AT) + "\",\"text\":\"hello\"}");
        return new Published(
                conversation,
                SessionId.of(SENT_AT, conversation.hash()),
                answer.at("/results/0/token").asText());
    }

    /** True if the second instance processes the partition. */
    boolean isSecondOwner(int partition) {
        return second.streams
                .instanceState()
                .places()
                .owner(partition)
                .filter(owner -> owner.port() == second.uri.getPort())
                .isPresent();
    }

    @Override
    public void close() {
        first.close();
        second.close();
        broker.close();
    }

    private boolean isShared() {
        return first.streams.isRunning()
                && second.streams.isRunning()
                && first.streams.instanceState().places().all().size() == 2
                && Stream.of(0, 1, 2, 3).anyMatch(this::isSecondOwner)
                && Stream.of(0, 1, 2, 3).anyMatch(partition -> !isSecondOwner(partition));
    }
}
