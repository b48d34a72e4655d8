package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTask;

/** A deployment with one partition, on a real broker, whose topology ran for a while. */
final class StoppedDeployment {
    static final String[] SETTINGS = {"partitions=1"};
    private static final String EVENT = "{\"platform\":\"irc\",\"channel\":\"#a\",\"messageId\":\"%s\","
            + "\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:0%d.000Z\"}";

    private static final String DELETION = "{\"type\":\"session.deleted\",\"platform\":\"irc\",\"channel\":\"#a\","
            + "\"sentAt\":\"2002-01-01T00:00:00Z\",\"attributes\":{\"session\":\"%s\"}}";

    private StoppedDeployment() {}

    /** A message, whose number is from 0 to 9. */
    static String message(int number) {
        return EVENT.formatted("m" + number, number);
    }

    /** A command that deletes the session with a message. */
    static String deletion(int number) {
        SessionId session = SessionId.of(
                Instant.parse("2001-01-01T00:00:0" + number + "Z").toEpochMilli(),
                Conversation.of("irc", "#a").hash());
        return DELETION.formatted(session);
    }

    static void publish(TestBroker broker, int... numbers) {
        publish(
                broker,
                IntStream.of(numbers).mapToObj(StoppedDeployment::message).toArray(String[]::new));
    }

    static void publish(TestBroker broker, String... events) {
        try (ChatPublisher publisher = broker.kafka(SETTINGS).publisher()) {
            for (String event : events) {
                publisher.publishBytes(event.getBytes(StandardCharsets.UTF_8), List.of(), null);
            }
        }
    }

    /** Runs the topology until it has written this number of events and announced their session as it is then, and stops it. */
    static void process(TestBroker broker, Path state, int generation, int events) {
        String[] settings = {SETTINGS[0], "generation=" + generation, "snapshot.interval=10ms"};
        try (StreamsRunner topology = StreamsRunner.start(new StreamsProperties(
                broker.kafka(settings), TestBroker.settings(settings), state, Optional.empty()))) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> transcript(broker).size() >= events && isAnnounced(broker));
            assertThat(topology.failure()).isNotDone();
        }
    }

    /** True if the newest snapshot counts all messages since the last deletion, which are one session. */
    private static boolean isAnnounced(TestBroker broker) {
        long messages = 0;
        for (ConsumerRecord<byte[], byte[]> record : transcript(broker)) {
            EventType kind = Placement.readFrom(record.headers()).kind();
            messages = kind == EventType.SESSION_DELETED ? 0 : messages + (kind == EventType.MESSAGE_CREATED ? 1 : 0);
        }
        List<ConsumerRecord<byte[], byte[]>> snapshots = broker.records(Topics.SESSIONS);
        return !snapshots.isEmpty()
                && new SnapshotDecoder()
                                .decode(snapshots.get(snapshots.size() - 1).value())
                                .counts()
                                .messages()
                        == messages;
    }

    static List<ConsumerRecord<byte[], byte[]>> transcript(TestBroker broker) {
        return broker.records(Topics.TRANSCRIPT);
    }

    /** Archives the first records of the transcript as the sink does. */
    static void archive(TestBroker broker, Path archive, int records) {
        Set<TopicPartition> sources =
                Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));
        SinkTask task = StartedTask.of(
                new ArchiveSinkConnector(),
                Map.of("name", "a", "archive.dir", archive.toString(), "archive.commit.records", "1"),
                new WorkerContext());
        task.open(sources);
        transcript(broker).stream()
                .limit(records)
                .forEach(record -> task.put(List.of(SinkRecords.transcript(
                        new SinkRecords.At(record.partition(), record.offset()),
                        conversation(record),
                        record.value(),
                        Placement.readFrom(record.headers())))));
        task.put(List.of());
        task.close(sources);
        task.stop();
    }

    private static Conversation conversation(ConsumerRecord<byte[], byte[]> record) {
        return new EventDecoder().decode(record.value()).conversation();
    }
}
