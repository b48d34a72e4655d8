package io.multichat.events.publish;

import io.multichat.events.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where and how large a {@link ChatPublisher} may write.
 *
 * @param topic not empty
 * @param maxEventBytes the largest event, in bytes of its JSON; the topology's {@code event.max.bytes}
 */
public record PublisherSettings(String topic, int maxEventBytes) {
    /** The largest event that the topology takes unless it is told otherwise: 1 MiB. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 1 << 20;

    /** What a record may need beside its value: key, headers and framing. Topics and producers allow it on top. */
    public static final int ENVELOPE_BYTES = 128 << 10;

    public PublisherSettings {
        if (topic.isEmpty()) {
            throw new IllegalArgumentException("the topic is empty");
        }
        if (maxEventBytes < 1 || maxEventBytes > Integer.MAX_VALUE - ENVELOPE_BYTES) {
            throw new IllegalArgumentException("maxEventBytes is " + maxEventBytes + "; it must be from 1 to "
                    + (Integer.MAX_VALUE - ENVELOPE_BYTES));
        }
    }

    /** The topic {@link Topics#MESSAGES} and events of up to 1 MiB. */
    public static PublisherSettings defaults() {
        return new PublisherSettings(Topics.MESSAGES, DEFAULT_MAX_EVENT_BYTES);
    }

    /** The settings of Kafka's producer: those given, then what the guarantees of {@link ChatPublisher} rest on. */
    Map<String, Object> producer(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxEventBytes + ENVELOPE_BYTES);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }
}
