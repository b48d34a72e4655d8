package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.AcceptedBytes;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both paths to a session, straight and through the repartition topic, give the same result. */
class RoutingTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final TopologyFixture topology = topologies.open();

    static Stream<Chat> bothWays() {
        return Stream.of(Chat.atHome("talk"), Chat.away("talk"));
    }

    @Test
    void anEventOnThePartitionOfItsConversationIsProcessedDirectly() {
        topology.publish(Chat.atHome("talk").message("m1", BASE));

        assertThat(account()).isEqualTo(new RecordCounts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void anEventOnAnotherPartitionIsRoutedHomeAndProcessedThere() {
        topology.publish(Chat.away("talk").message("m1", BASE));

        assertThat(account()).isEqualTo(new RecordCounts(1, 1, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void theTranscriptHasTheOriginalBytesAndHeadersPlusThePlacement(Chat chat) {
        ChatEvent event = chat.message("m1", BASE);
        byte[] value = (" \t" + new String(new EventEncoder().encode(event), StandardCharsets.UTF_8) + "\n")
                .getBytes(StandardCharsets.UTF_8);

        topology.publish(null, value, new RecordHeaders().add("traceparent", new byte[] {0, 1}));

        TestRecord<byte[], byte[]> written = topology.outputs().transcript().get(0);
        String key = chat.conversation().key();
        assertThat(written.value()).isEqualTo(value);
        assertThat(written.key()).asString().isEqualTo(key);
        assertThat(written.headers()).extracting(Header::key).containsExactly("traceparent", "mc");
        assertThat(AcceptedBytes.match(written.headers().lastHeader("mc").value(), written.key(), written.value()))
                .isTrue();
        assertThat(Placement.readFrom(written.headers()))
                .isEqualTo(new Placement(
                        Optional.of(SessionId.of(BASE, ConversationHash.of(key))), BASE, 1, EventType.MESSAGE_CREATED));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void reservedHeadersOfAPublisherNeverReachTheTranscript(Chat chat) {
        Headers claims = new RecordHeaders();
        for (String name : new String[] {"mc", "mc-source", "mc-reason", "mc-", "mc-new"}) {
            claims.add(name, "7".getBytes(StandardCharsets.US_ASCII)).add(name, null);
        }

        topology.publish(null, new EventEncoder().encode(chat.message("m1", BASE)), claims);

        assertThat(topology.outputs().transcript().get(0).headers())
                .extracting(Header::key)
                .containsExactly("mc");
        assertThat(topology.outputs().placements().get(0).sentAt()).isEqualTo(BASE);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void aDeadLetterHasTheOriginalKeyEvenIfThereWasNone(Chat chat) {
        byte[] usual = chat.conversation().key().getBytes(StandardCharsets.US_ASCII);
        byte[][] keys = {null, {}, {1, 2}, usual};

        for (byte[] key : keys) {
            byte[] unknown = new EventEncoder().encode(chat.edit("m1", topology.now()));
            topology.publish(key, unknown, new RecordHeaders());
            topology.advance(Duration.ofMillis(1));
        }
        topology.advance(Duration.ofHours(1));

        assertThat(topology.outputs().deadLetters().stream()
                        .map(TestRecord::key)
                        .toArray(byte[][]::new))
                .isDeepEqualTo(keys);
        assertThat(topology.outputs().deadLetters())
                .allSatisfy(each ->
                        assertThat(each.headers().lastHeader("mc-source")).isNull());
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void anEventUpToTheClockSkewInTheFutureIsAccepted(Chat chat) {
        topology.publish(chat.message("m1", topology.now() + 300_000));

        assertThat(topology.outputs().transcript()).hasSize(1);
    }

    private RecordCounts account() {
        return topology.queries().recordCounts().get(new TopicPartition(Topics.MESSAGES, 0));
    }
}
