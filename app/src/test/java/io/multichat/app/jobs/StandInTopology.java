package io.multichat.app.jobs;

import io.javalin.Javalin;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Imitates the external behaviour of the topology and the sinks, step by step as a test requires. */
final class StandInTopology implements AutoCloseable {
    private final TestBroker broker;
    private final Javalin server;
    private volatile String oldestUnannounced = "null";

    StandInTopology(TestBroker broker) {
        this.broker = broker;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/v1/accounting",
                            context -> context.json("{\"partitions\":[],\"now\":1000,\"oldestUnannounced\":"
                                    + oldestUnannounced + "}"));
                })
                .start("127.0.0.1", 0);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    void leaveUnannouncedSince(long instant) {
        oldestUnannounced = Long.toString(instant);
    }

    /** Accepts or refuses everything in the input in one transaction and commits its offsets. */
    Void process() throws Exception {
        Map<String, Object> config = broker.kafka().config();
        config.put("transactional.id", "stand-in");
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        Set<String> known = new HashSet<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ConsumerRecord<byte[], byte[]> record : broker.records(Topics.MESSAGES)) {
                output(record, known).ifPresent(producer::send);
                offsets.merge(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1),
                        (one, other) -> one.offset() > other.offset() ? one : other);
            }
            producer.commitTransaction();
        }
        commit("multichat", offsets);
        return null;
    }

    /** Commits everything in the output topics for a sink. */
    void commitSink(String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.records(Topics.TRANSCRIPT)) {
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        commit(group, offsets);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void commit(String group, Map<TopicPartition, OffsetAndMetadata> offsets) throws Exception {
        try (Admin admin = broker.kafka().admin()) {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    private static Optional<ProducerRecord<byte[], byte[]>> output(
            ConsumerRecord<byte[], byte[]> record, Set<String> known) {
        List<Header> headers = List.of(record.headers().toArray());
        try {
            String id = new EventDecoder().decode(record.value()).messageId().orElseThrow();
            return known.add(id)
                    ? Optional.of(new ProducerRecord<>(Topics.TRANSCRIPT, null, record.key(), record.value(), headers))
                    : Optional.empty();
        } catch (InvalidEventException e) {
            ProducerRecord<byte[], byte[]> refused =
                    new ProducerRecord<>(Topics.DEAD_LETTERS, null, record.key(), record.value(), headers);
            DeadLetter.Source source = new DeadLetter.Source(record.topic(), record.partition(), record.offset());
            new DeadLetter(e.reason(), e.getMessage(), source, 0, Optional.empty()).writeTo(refused.headers());
            return Optional.of(refused);
        }
    }
}
