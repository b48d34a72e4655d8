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
import java.util.Optional;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Publishes chat events: a thin layer over Kafka's producer that validates, keys and encodes them.
 *
 * <p>The producer is idempotent with {@code acks=all}: each event is written once, and in order per conversation, despite
 * network errors. If an application sends an event again after a crash or an error, the topology drops the duplicate. Thread-safe;
 * share one instance.
 *
 * <p>The topic must be ready. A partition that was created a moment ago may refuse a batch and take the next one; the first then fails
 * after {@code delivery.timeout.ms}, and its events must be sent again.
 */
public final class ChatPublisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final PublisherSettings settings;
    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    /**
     * Creates a publisher, which connects in the background; {@link #publish} reports an unreachable broker.
     *
     * @param kafka settings of Kafka's producer, at least {@code bootstrap.servers}; settings that the guarantees depend on
     *     (idempotence, acknowledgements, serializers, keys) are overridden
     */
    public ChatPublisher(Map<String, Object> kafka, PublisherSettings settings) {
        this(new KafkaProducer<>(settings.producer(kafka)), settings);
    }

    ChatPublisher(Producer<byte[], byte[]> producer, PublisherSettings settings) {
        this.producer = producer;
        this.settings = settings;
    }

    /**
     * Sends an event. Returns at once while the producer's buffer ({@code buffer.memory}) has room, and otherwise blocks for at
     * most {@code max.block.ms}, which applies back-pressure.
     *
     * @param outcome called once with the offset or the error, on the producer's thread, or on the caller's thread if the event
     *     fails at once; may be null
     * @throws InvalidEventException if the event is larger than {@link PublisherSettings#maxEventBytes()} or cannot be encoded,
     *     see {@link EventEncoder#encode}; nothing is sent
     * @throws KafkaException if the producer has failed permanently
     * @throws IllegalStateException if the publisher is closed
     */
    public void publish(ChatEvent event, Callback outcome) {
        byte[] value = encoder.encode(event);
        requireSize(value, settings.maxEventBytes());
        send(event.conversation(), value, List.of(), outcome);
    }

    /**
     * Sends unmodified bytes, for importers and gateways. Unknown fields are kept. Invalid events are sent without a key, so
     * that the topology rejects them with a reason.
     *
     * @param headers additional headers, which the topology keeps
     * @param outcome as for {@link #publish}
     * @return why the event is invalid; empty for a valid one
     * @throws InvalidEventException if the bytes exceed the maximum size of a record
     * @throws KafkaException if the producer has failed permanently
     * @throws IllegalStateException if the publisher is closed
     */
    public Optional<InvalidEventException> publishBytes(byte[] value, List<Header> headers, Callback outcome) {
        requireSize(value, settings.maxEventBytes() + PublisherSettings.ENVELOPE_BYTES / 2);
        Conversation conversation = null;
        Optional<InvalidEventException> problem = Optional.empty();
        try {
            conversation = decoder.decode(value).conversation();
        } catch (InvalidEventException e) {
            problem = Optional.of(e);
        }
        send(conversation, value, headers, outcome);
        return problem;
    }

    /**
     * Sends the bytes of an event that the caller has decoded already.
     *
     * @param event the event that {@link EventDecoder} returned for the bytes
     * @param value the bytes, which are sent unchanged
     * @param outcome as for {@link #publish}
     * @throws InvalidEventException if the bytes exceed {@link PublisherSettings#maxEventBytes()}
     * @throws KafkaException if the producer has failed permanently
     * @throws IllegalStateException if the publisher is closed
     */
    public void publishDecoded(ChatEvent event, byte[] value, Callback outcome) {
        requireSize(value, settings.maxEventBytes());
        send(event.conversation(), value, List.of(), outcome);
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

    /** Waits until the outcome of every event published so far is known. */
    public void flush() {
        producer.flush();
    }

    /** Sends all buffered events and releases all resources. */
    @Override
    public void close() {
        producer.close();
    }
}
