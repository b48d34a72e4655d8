package io.multichat.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.events.Topics;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.settings.TopologySettings.Timing;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason to refuse a record, and the resulting dead letter. */
class RefusalTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private static final String HERE = "\"platform\":\"irc\",\"channel\":\"#java\"";
    private static final String MESSAGE =
            HERE + ",\"messageId\":\"m\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"2026-03-14T15:09:26Z\"";

    /** Edits do not wait, and events older than nine years are too late. */
    private static final TopologySettings STRICT = new TopologySettings(
            TopologyFixture.DEFAULTS.inputTopics(),
            4,
            0,
            TopologyFixture.DEFAULTS.rules(),
            new Timing(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofMinutes(5),
                    Duration.ZERO),
            new RetentionSettings(Optional.of(Duration.ofDays(9 * 365)), Optional.empty()),
            TopologyFixture.DEFAULTS.limits());

    /** Without the reasons that need commands, see {@link DeletedSessionTest}, {@link ErasedParticipantTest} and {@link HoldTest}. */
    @ParameterizedTest
    @EnumSource(
            value = RejectReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SESSION_DELETED", "PARTICIPANT_ERASED", "ON_HOLD", "UNKNOWN_SESSION"})
    void aRefusedRecordBecomesADeadLetterUnchanged(RejectReason reason) {
        byte[] key = "their key".getBytes(StandardCharsets.UTF_8);
        byte[] value = valueThatIs(reason);
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", new byte[] {0, -1, 7});
        TopologyFixture topology = topologies.open(STRICT);

        if (reason == RejectReason.CONVERSATION_HASH_TAKEN) {
            letAnotherConversationHaveTheHash(topology);
        }

        topology.publish(key, value, headers);

        assertThat(topology.outputs().deadLetters()).hasSize(1);
        TestRecord<byte[], byte[]> written = topology.outputs().deadLetters().get(0);
        assertThat(written.key()).isEqualTo(key);
        assertThat(written.headers().lastHeader("traceparent").value()).containsExactly(0, -1, 7);
        DeadLetter refusal = topology.outputs().refusals().get(0);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.detail()).isNotEmpty().doesNotContainPattern("PT[0-9]");
        assertThat(refusal.source()).isEqualTo(new DeadLetter.Source(Topics.MESSAGES, 0, 0));
        assertThat(refusal.time()).isEqualTo(topology.now());
        if (reason != RejectReason.TOO_LARGE) {
            assertThat(written.value()).isEqualTo(value);
            assertThat(refusal.sha256()).isEmpty();
        }
        assertThat(topology.outputs().transcript()).isEmpty();
        assertThat(topology.outputs().snapshots()).isEmpty();
    }

    private static void letAnotherConversationHaveTheHash(TopologyFixture topology) {
        ConversationHash hash = Conversation.of("irc", "#java").hash();
        ConversationKey other = ConversationKey.of(Conversation.of("irc", "#other"), hash);
        new Keyspace(topology.state(), StateKind.CONVERSATION).put(other.bytes(), new byte[1]);
    }

    private static byte[] valueThatIs(RejectReason reason) {
        String value = switch (reason) {
            case NULL_VALUE -> null;
            case NOT_JSON, NOT_AN_OBJECT, TOO_DEEP, TOO_LARGE -> syntax(reason);
            case MISSING_FIELD -> "{" + HERE + "}";
            case WRONG_TYPE -> "{" + MESSAGE + ",\"text\":1}";
            case INVALID_VALUE -> "{" + HERE + ",\"sentAt\":\"tomorrow\"}";
            case DUPLICATE_FIELD -> "{" + MESSAGE + ",\"channel\":\"#other\"}";
            default -> meaning(reason);
        };
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    private static String syntax(RejectReason reason) {
        return switch (reason) {
            case NOT_JSON -> "hello";
            case NOT_AN_OBJECT -> "[]";
            case TOO_DEEP -> "{" + MESSAGE + ",\"x\":" + "[".repeat(64) + "]".repeat(64) + "}";
            default -> "{" + MESSAGE + ",\"x\":\"" + "x".repeat(1 << 20) + "\"}";
        };
    }

    private static String meaning(RejectReason reason) {
        return switch (reason) {
            case UNPAIRED_SURROGATE -> "{" + MESSAGE + ",\"text\":\"\\ud83d\"}";
            case TIME_OUT_OF_RANGE -> "{" + MESSAGE.replace("2026", "1969") + "}";
            case IN_THE_FUTURE -> "{" + MESSAGE.replace("15:09:26Z", "15:14:26.001Z") + "}";
            case UNKNOWN_MESSAGE ->
                "{\"type\":\"message.edited\",\"editedAt\":\"2026-03-14T15:09:26Z\",\"messageId\":\"m\"," + HERE + "}";
            case CONVERSATION_HASH_TAKEN -> "{" + MESSAGE + "}";
            case TOO_LATE -> "{" + MESSAGE.replace("2026", "2016") + "}";
            default -> throw new AssertionError(reason + " needs a record that is refused for it");
        };
    }
}
