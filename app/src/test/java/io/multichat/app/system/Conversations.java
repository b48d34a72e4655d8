package io.multichat.app.system;

import static org.awaitility.Awaitility.await;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one conversation from the transcript and from SQLite of a running {@code dev}. */
final class Conversations {
    private Conversations() {}

    /** Waits until SQLite has this many messages of the conversation. */
    static void awaitMessages(DevProcess dev, Conversation conversation, int messages) {
        String prefix = conversation.key() + " ";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> StoreContents.ofSqlite(dev.layout()).messages().stream()
                                .filter(message -> message.startsWith(prefix))
                                .count()
                        == messages);
    }

    /** The partitions of the transcript with committed records of the conversation. */
    static Set<Integer> partitionsOf(DevProcess dev, Conversation conversation) {
        Set<Integer> partitions = new TreeSet<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", dev.endpoints().bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            consumer.partitionsFor(Topics.TRANSCRIPT)
                    .forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (new String(record.key(), StandardCharsets.US_ASCII).equals(conversation.key())) {
                        partitions.add(record.partition());
                    }
                }
            }
        }
        return partitions;
    }
}
