package io.multichat.benchmarks.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.round.Input;
import io.multichat.benchmarks.round.Round;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Flink job is a fair competitor only if it gives what Multichat's topology gives for the same input. */
class SameWorkTest {
    /** Quiet conversations over 80 hours, so that many have several sessions and late messages merge some of them. */
    private static final Load LOAD = new Load(
            10_000,
            new ZipfPopularity(40),
            new Load.Timing(
                    Instant.parse("2025-06-01T12:00:00Z"),
                    Duration.ofHours(80).dividedBy(10_000),
                    Duration.ofMinutes(30)),
            7);

    /** The newest snapshot of a session without what depends on the moment: its version, and whether it is closed yet. */
    private record Content(
            String conversation,
            Optional<SessionId> mergedInto,
            SessionSnapshot.Span span,
            SessionSnapshot.Counts counts,
            String firstMessageId,
            String lastMessageId) {
        static Content of(SessionSnapshot snapshot) {
            return new Content(
                    snapshot.conversation().key(),
                    snapshot.status().mergedInto(),
                    snapshot.span(),
                    snapshot.counts(),
                    snapshot.firstMessageId(),
                    snapshot.lastMessageId());
        }
    }

    /** A message of the transcript. */
    private record Message(int partition, String conversation, Placement placement) {
        static Message of(ConsumerRecord<byte[], byte[]> record) {
            return new Message(
                    record.partition(),
                    new String(record.key(), StandardCharsets.UTF_8),
                    Placement.readFrom(record.headers()));
        }
    }

    /** Sessions by partition and id, and messages by their bytes. */
    private record Outputs(Map<String, Content> sessions, Map<String, Message> transcript) {}

    @AutoClose
    private static Cluster cluster;

    private static Input input;
    private static Outputs expected;

    @BeforeAll
    static void multichatProcessesTheInput() {
        cluster = Cluster.start();
        input = new Round(cluster).preload("same-work", LOAD);
        expected = outputsOf(Competitor.MULTICHAT);
    }

    @Test
    void theInputHasDuplicatesLateMessagesMergesAndManySessions() {
        assertThat(input.volume().distinct()).isLessThan(input.volume().records());
        assertThat(expected.sessions().values())
                .anyMatch(session -> session.mergedInto().isPresent())
                .anyMatch(session -> session.counts().participants().approximate())
                .hasSizeGreaterThan(5 * input.volume().conversations());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLINK_HEAP", "FLINK_ROCKSDB"})
    void flinkGivesTheSameSessionsAndTranscript(Competitor flink) {
        Outputs outputs = outputsOf(flink);

        assertThat(outputs.sessions()).containsExactlyInAnyOrderEntriesOf(expected.sessions());
        assertThat(outputs.transcript()).containsExactlyInAnyOrderEntriesOf(expected.transcript());
    }

    private static Outputs outputsOf(Competitor competitor) {
        new Round(cluster).backlog(competitor, input);
        SnapshotDecoder decoder = new SnapshotDecoder();
        Outputs outputs = new Outputs(new HashMap<>(), new HashMap<>());
        read(Topics.SESSIONS, record -> {
            SessionSnapshot snapshot = decoder.decode(record.value());
            outputs.sessions().put(record.partition() + " " + snapshot.sessionId(), Content.of(snapshot));
        });
        read(
                Topics.TRANSCRIPT,
                record -> outputs.transcript()
                        .put(new String(record.value(), StandardCharsets.UTF_8), Message.of(record)));
        return outputs;
    }

    private static void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        cluster.reader().read(cluster.topics().partitions(List.of(topic)), each);
    }
}
