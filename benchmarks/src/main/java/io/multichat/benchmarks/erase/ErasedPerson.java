package io.multichat.benchmarks.erase;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The messages of the person who is erased, spread over conversations in which others write, too. */
final class ErasedPerson {
    static final String PLATFORM = "slack";
    static final String ID = "erased-person";
    static final int CONVERSATIONS = 50;
    static final int MESSAGES = 1_000;

    private static final EventEncoder ENCODER = new EventEncoder();

    private ErasedPerson() {}

    /**
     * Publishes the messages and waits until Kafka has them.
     *
     * @param start the time of the first message
     * @param span the time from the first to the last
     */
    static void publish(String bootstrapServers, Instant start, Duration span) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < MESSAGES; i++) {
                // Generated chat has every fourth of its channels on this platform.
                Conversation conversation =
                        Conversation.of(PLATFORM, "channel-" + (1_000_000 + 4 * (i % CONVERSATIONS)));
                ChatEvent event = ChatEvent.message(
                        conversation,
                        "erased-" + i,
                        Sender.user(ID),
                        start.plus(span.multipliedBy(i).dividedBy(MESSAGES)),
                        "something that must not be kept, number " + i);
                producer.send(new ProducerRecord<>(
                        Topics.MESSAGES,
                        conversation.key().getBytes(StandardCharsets.US_ASCII),
                        ENCODER.encode(event)));
            }
            producer.flush();
        }
    }
}
