package io.multichat.events.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ChatPublisherLifecycleTest {
    private static final ChatEvent EVENT =
            ChatEvent.message(Conversation.of("irc", "c"), "m1", Sender.user("ada"), Instant.EPOCH, "hello");

    @Test
    void anUnreachableBrokerIsReportedAsTheOutcomeOfTheEvent() throws IOException {
        List<Exception> outcomes = new ArrayList<>();
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", "127.0.0.1:" + unusedPort(), "max.block.ms", 50, "client.id", "test");

        try (ChatPublisher publisher = new ChatPublisher(kafka, PublisherSettings.defaults())) {
            publisher.publish(EVENT, (written, error) -> outcomes.add(error));
        }

        assertThat(outcomes).hasSize(1).first().isInstanceOf(TimeoutException.class);
    }

    @Test
    void flushWaitsForAllOutcomes() {
        MockProducer<byte[], byte[]> kafka =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        List<Exception> outcomes = new ArrayList<>();
        ChatPublisher publisher = new ChatPublisher(kafka, PublisherSettings.defaults());
        publisher.publish(EVENT, (written, error) -> outcomes.add(error));

        publisher.flush();

        assertThat(outcomes).hasSize(1).containsOnlyNulls();
    }

    @Test
    void aClosedPublisherPublishesNothing() throws IOException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + unusedPort());
        ChatPublisher publisher = new ChatPublisher(kafka, PublisherSettings.defaults());
        publisher.close();

        assertThatThrownBy(() -> publisher.publish(EVENT, null)).isInstanceOf(IllegalStateException.class);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
