package io.multichat.app.streams;

import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.state.ledger.RecordCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.awaitility.core.ConditionFactory;

/** Instances of the topology on a real broker. They read a topic whose publishers set arbitrary timestamps. */
final class RunningTopology implements AutoCloseable {
    static final String INPUT = "strangers";
    private static final String[] SETTINGS = {"input.topics=" + INPUT};
    private static final EventEncoder EVENTS = new EventEncoder();

    final TestBroker broker;
    private final Path folder;

    RunningTopology(Path folder) throws Exception {
        this.folder = folder;
        this.broker = TestBroker.start(folder.resolve("kafka"));
        createInput(3);
        broker.topics(SETTINGS).run().requireUsable();
    }

    void createInput(int partitions) throws Exception {
        broker.create(new NewTopic(INPUT, partitions, (short) 1)
                .configs(Map.of(
                        "message.timestamp.type",
                        "CreateTime",
                        "message.timestamp.after.max.ms",
                        Long.toString(Long.MAX_VALUE),
                        "max.message.bytes",
                        "2000000",
                        "retention.ms",
                        "-1")));
    }

    /** Starts an instance and waits until it is running. */
    StreamsRunner instance(String name) {
        return instance(name, Optional.empty());
    }

    /** Starts an instance, a static member of its group if {@code staticName} is present, and waits until it is running. */
    StreamsRunner instance(String name, Optional<String> staticName) {
        StreamsRunner started = StreamsRunner.start(new StreamsProperties(
                broker.kafka(SETTINGS), TestBroker.settings(SETTINGS), folder.resolve(name), staticName));
        patiently().until(started::isRunning);
        return started;
    }

    /** Publishes events with a record timestamp, UTC milliseconds; null: now. */
    void publish(Stream<ChatEvent> events, Long stamp) {
        publish(stamp, events.map(EVENTS::encode));
    }

    void publish(Long stamp, Stream<byte[]> values) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 2_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            values.forEach(value -> producer.send(new ProducerRecord<>(INPUT, null, stamp, null, value)));
        }
    }

    /** Waits up to a minute. Queries fail while a rebalance moves the state, which a busy machine may cause at any time. */
    static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(InvalidStateStoreException.class);
    }

    static ChatEvent message(int channel, String id, Instant sentAt, String text) {
        return ChatEvent.message(Conversation.of("slack", "channel-" + channel), id, Sender.user("ada"), sentAt, text);
    }

    /** The record counts of all instances together. */
    static RecordCounts sum(StreamsRunner... instances) {
        long[] sums = new long[3];
        for (StreamsRunner instance : instances) {
            for (RecordCounts each :
                    instance.instanceState().active().recordCounts().values()) {
                sums[0] += each.accepted();
                sums[1] += each.duplicates();
                sums[2] += each.deadLetters();
            }
        }
        return new RecordCounts(0, sums[0], sums[1], sums[2], 0, 0);
    }

    @Override
    public void close() {
        broker.close();
    }
}
