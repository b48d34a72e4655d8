package io.multichat.events.publish;

import io.multichat.events.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The settings of a {@link ChatPublisher}.
 *
 * @param topic the topic to publish to, not empty
 * @param maxEventBytes the maximum size of an event, in bytes of its JSON; must not exceed the topology's {@code event.max.bytes}
 */
public record PublisherSettings(String topic, int maxEventBytes) {
    /** The default maximum size of an event: 1 MiB. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 1 << 20;

    /** The space for key, headers and framing that topics and producers allow in addition to the value. */
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

    /** The default settings: the topic {@link Topics#MESSAGES} and events of up to 1 MiB. */
    public static PublisherSettings defaults() {
        return new PublisherSettings(Topics.MESSAGES, DEFAULT_MAX_EVENT_BYTES);
    }

    /** The settings of Kafka's producer: the given ones, overridden where the guarantees of {@link ChatPublisher} require it. */
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
