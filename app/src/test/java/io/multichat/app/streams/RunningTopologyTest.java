package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static io.multichat.app.streams.RunningTopology.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.SessionId;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.state.ledger.RecordCounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTopologyTest {
    private static final int EVENT_MAX_BYTES = 1 << 20;

    private RunningTopology topology;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        topology = new RunningTopology(folder);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void noTimestampOrAcceptedSizeStopsTheTopology() {
        Instant now = Instant.now();
        try (StreamsRunner running = topology.instance("one")) {
            topology.publish(
                    Stream.of(message(1, "ahead", now, "hi")),
                    now.plus(Duration.ofDays(2)).toEpochMilli());
            topology.publish(
                    Stream.of(message(2, "old", now, "hi")),
                    Instant.parse("2004-11-15T01:00:00Z").toEpochMilli());
            topology.publish(null, Stream.of(largest(now)));
            topology.publish(Stream.of(message(4, "behind", now, "hi")), null);

            patiently().until(() -> sum(running).equals(new RecordCounts(0, 4, 0, 0, 0, 0)));
            assertThat(topology.broker.records(Topics.TRANSCRIPT))
                    .anySatisfy(each -> assertThat(each.value()).hasSize(EVENT_MAX_BYTES));
            assertThat(running.failure()).isNotDone();
            patiently().until(running::isRunning);
        }
    }

    @Test
    void anEventIsAcceptedOnceWhenAnotherInstanceTakesOverItsState() {
        List<ChatEvent> first = messages(0, 500);
        List<ChatEvent> second = messages(500, 1_000);
        try (StreamsRunner two = takenOver(first)) {
            topology.publish(first.stream(), null);
            topology.publish(second.stream(), null);

            patiently().until(() -> sum(two).equals(new RecordCounts(0, 1_000, 500, 0, 0, 0)));
            patiently().until(() -> topology.broker.records(Topics.TRANSCRIPT).size() == 1_000);
        }
    }

    @Test
    void aSnapshotIsWrittenToThePartitionOfItsConversation() {
        try (StreamsRunner running = topology.instance("one")) {
            topology.publish(messages(0, 40).stream(), null);
            patiently()
                    .until(() -> sum(running).accepted() == 40
                            && running.instanceState()
                                    .active()
                                    .earliestAnnouncement()
                                    .isEmpty());
            patiently().until(() -> sessions().size() == 20);

            assertThat(topology.broker.records(Topics.SESSIONS))
                    .allSatisfy(each -> assertThat(each.partition())
                            .isEqualTo(sessionOf(each).partition(4)));
            assertThat(topology.broker.records(Topics.SESSIONS))
                    .extracting(ConsumerRecord::partition)
                    .contains(0, 1, 2, 3);
        }
    }

    private Set<SessionId> sessions() {
        return topology.broker.records(Topics.SESSIONS).stream()
                .map(RunningTopologyTest::sessionOf)
                .collect(Collectors.toSet());
    }

    private static SessionId sessionOf(ConsumerRecord<byte[], byte[]> snapshot) {
        return SessionId.parse(new String(snapshot.key(), StandardCharsets.US_ASCII));
    }

    /** An instance that takes over from another one that processed these events. */
    private StreamsRunner takenOver(List<ChatEvent> processed) {
        try (StreamsRunner one = topology.instance("one")) {
            topology.publish(processed.stream(), null);
            patiently().until(() -> sum(one).equals(new RecordCounts(0, processed.size(), 0, 0, 0, 0)));
        }
        return topology.instance("two");
    }

    private static List<ChatEvent> messages(int from, int to) {
        Instant start = Instant.now().minus(Duration.ofHours(1));
        return IntStream.range(from, to)
                .mapToObj(i -> message(i % 20, "m" + i, start.plusMillis(i), "hello"))
                .toList();
    }

    private static byte[] largest(Instant sentAt) {
        int frame = new EventEncoder().encode(message(3, "large", sentAt, "")).length;
        byte[] value = new EventEncoder().encode(message(3, "large", sentAt, "x".repeat(EVENT_MAX_BYTES - frame)));
        assertThat(new String(value, StandardCharsets.UTF_8)).hasSize(EVENT_MAX_BYTES);
        return value;
    }
}
