package io.multichat.events.publish;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Publishes chat events: a thin layer over Kafka's producer which validates, keys and encodes them.
 *
 * <p>Idempotent producer with {@code acks=all}: each event is written once and in order per conversation, whatever the
 * network does. What is sent after a crash of the application a second time is dropped by the topology, as a message is
 * known by its id. Thread-safe; share one.
 */
public final class ChatPublisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final PublisherSettings settings;
    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    /**
     * Connects in the background; an unreachable broker shows in {@link #publish}.
     *
     * @param kafka any setting of Kafka's producer, at least {@code bootstrap.servers}; the settings that the guarantees
     *     rest on (idempotence, acknowledgements, serializers, keys) are not taken from it
     */
    public ChatPublisher(Map<String, Object> kafka, PublisherSettings settings) {
        this(new KafkaProducer<>(settings.producer(kafka)), settings);
    }

    ChatPublisher(Producer<byte[], byte[]> producer, PublisherSettings settings) {
        this.producer = producer;
        this.settings = settings;
    }

    /**
     * Sends an event. Returns at once as long as the producer's buffer ({@code buffer.memory}) has room; else it waits, at
     * most {@code max.block.ms}: that is the back-pressure.
     *
     * @param outcome called once for this event with where it was written or with the error, on the producer's thread, or
     *     on the caller's when the event fails at once; null when nobody wants to know
     * @throws InvalidEventException when the event is larger than {@link PublisherSettings#maxEventBytes()} or cannot be
     *     encoded, see {@link EventEncoder#encode}; nothing is sent then
     * @throws KafkaException when the producer has failed for good
     * @throws IllegalStateException when the publisher is closed
     */
    public void publish(ChatEvent event, Callback outcome) {
        byte[] value = encoder.encode(event);
        requireSize(value, settings.maxEventBytes());
        send(event.conversation(), value, List.of(), outcome);
    }

    /**
     * Sends bytes as they are, for importers and gateways: what the bytes hold beyond the contract is kept, and bytes that
     * are no valid event are sent without a key, so that the topology refuses them with its reason.
     *
     * @param headers sent along, and kept by the topology
     * @param outcome as for {@link #publish}
     * @throws InvalidEventException when the bytes exceed even what a record may be
     * @throws KafkaException when the producer has failed for good
     * @throws IllegalStateException when the publisher is closed
     */
    public void publishBytes(byte[] value, List<Header> headers, Callback outcome) {
        requireSize(value, settings.maxEventBytes() + PublisherSettings.ENVELOPE_BYTES / 2);
        send(conversationOf(value), value, headers, outcome);
    }

    /**
     * Sends the bytes of an event that the caller has decoded already.
     *
     * @param event what {@link EventDecoder} returned for the bytes
     * @param value sent unchanged
     * @param outcome as for {@link #publish}
     * @throws InvalidEventException when the bytes exceed {@link PublisherSettings#maxEventBytes()}
     * @throws KafkaException when the producer has failed for good
     * @throws IllegalStateException when the publisher is closed
     */
    public void publishDecoded(ChatEvent event, byte[] value, Callback outcome) {
        requireSize(value, settings.maxEventBytes());
        send(event.conversation(), value, List.of(), outcome);
    }

    private Conversation conversationOf(byte[] value) {
        try {
            return decoder.decode(value).conversation();
        } catch (InvalidEventException e) {
            return null;
        }
    }

    private void send(Conversation conversation, byte[] value, List<Header> headers, Callback outcome) {
        byte[] key = conversation == null ? null : conversation.key().getBytes(StandardCharsets.US_ASCII);
        producer.send(new ProducerRecord<>(settings.topic(), null, key, value, headers), outcome);
    }

    private static void requireSize(byte[] value, int maxBytes) {
        if (value.length > maxBytes) {
            throw new InvalidEventException(
                    RejectReason.TOO_LARGE,
                    "the event has " + value.length + " bytes; at most " + maxBytes + " are allowed");
        }
    }

    /** Waits until the outcome of all events that were published before is known. */
    public void flush() {
        producer.flush();
    }

    /** Sends what is still buffered and frees all resources. */
    @Override
    public void close() {
        producer.close();
    }
}
