package io.multichat.benchmarks.reading;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Single messages with known contents, published to {@code chat-messages}. Used by one thread. */
final class Planted implements AutoCloseable {
    /** A word that generated chat does not have. */
    static final String WORD = "zebrafish";

    private final EventEncoder encoder = new EventEncoder();
    private final KafkaProducer<byte[], byte[]> producer;

    Planted(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes messages with the rare word, each in a conversation of its own. */
    void rareWords(int messages) throws InterruptedException, ExecutionException {
        for (int i = 0; i < messages; i++) {
            Conversation conversation = Conversation.of("telegram", "aquarium-" + i);
            producer.send(record(conversation, "rare-" + i, "who feeds the " + WORD + " today"))
                    .get();
        }
    }

    /** Publishes a message that is sent now, without waiting. */
    void now(Conversation conversation, String id) {
        producer.send(record(conversation, id, "a message that is read while it is new"));
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<byte[], byte[]> record(Conversation conversation, String id, String text) {
        ChatEvent event = ChatEvent.message(conversation, id, Sender.user("reader"), Instant.now(), text);
        return new ProducerRecord<>(
                Topics.MESSAGES, conversation.key().getBytes(StandardCharsets.US_ASCII), encoder.encode(event));
    }
}
