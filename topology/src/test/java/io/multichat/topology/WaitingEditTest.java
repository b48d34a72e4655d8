package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.settings.TopologySettings.Limits;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Rules;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Edits and deletes that arrive before their message. */
class WaitingEditTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();

    @Test
    void theyAreAcceptedAfterTheirMessageAndKeptUnderItsTime() {
        topology.publish(chat.edit("m1", BASE + 5));
        topology.publish(chat.delete("m1", BASE + 6));
        assertThat(account()).isEqualTo(new RecordCounts(2, 0, 0, 0, 2, 2));

        topology.publish(chat.message("m1", BASE));

        assertThat(topology.outputs().placements())
                .extracting(Placement::kind)
                .startsWith(EventType.MESSAGE_CREATED)
                .containsExactlyInAnyOrder(
                        EventType.MESSAGE_CREATED, EventType.MESSAGE_EDITED, EventType.MESSAGE_DELETED);
        assertThat(topology.outputs().placements()).allSatisfy(each -> {
            assertThat(each.sentAt()).isEqualTo(BASE);
            assertThat(each.session()).isPresent();
        });
        topology.advance(Duration.ofSeconds(1));
        assertThat(topology.outputs().last().counts().edits()).isEqualTo(1);
        assertThat(topology.outputs().last().counts().deletes()).isEqualTo(1);
        assertThat(account()).isEqualTo(new RecordCounts(3, 3, 0, 0, 0, 3));
    }

    @Test
    void theSameEditTwiceIsADuplicateWhileItWaits() {
        topology.publish(chat.edit("m1", BASE));

        topology.publish(chat.edit("m1", BASE));

        assertThat(account()).isEqualTo(new RecordCounts(2, 0, 1, 0, 1, 2));
    }

    @Test
    void withoutTheirMessageTheyBecomeDeadLettersWithTheirOriginalKeyAndHeaders() {
        byte[] key = "their key".getBytes(StandardCharsets.UTF_8);
        ChatEvent edit = chat.edit("m1", BASE);
        topology.publish(Chat.atHome("other").message("m1", BASE));
        byte[] bytes = new EventEncoder().encode(edit);
        topology.publish(
                key, bytes, new RecordHeaders().add("trace", new byte[] {7}).add("none", null));
        topology.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(topology.outputs().deadLetters()).isEmpty();

        topology.advance(Duration.ofMillis(100));

        TestRecord<byte[], byte[]> refused = topology.outputs().deadLetters().get(0);
        DeadLetter refusal = topology.outputs().refusals().get(0);
        assertThat(refusal.reason()).isEqualTo(RejectReason.UNKNOWN_MESSAGE);
        assertThat(refusal.detail()).isEqualTo("no message with this messageId arrived within edit.wait");
        assertThat(refusal.source()).isEqualTo(new DeadLetter.Source(Topics.MESSAGES, 0, 1));
        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.value()).isEqualTo(bytes);
        assertThat(refused.headers().lastHeader("trace").value()).containsExactly(7);
        assertThat(refused.headers().lastHeader("none").value()).isNull();
        assertThat(refused.headers()).extracting("key").doesNotContain("mc-source");
        assertThat(account()).isEqualTo(new RecordCounts(2, 1, 0, 1, 0, 1));
    }

    @Test
    void aRefusedEditIsAcceptedAgainOnceItsMessageIsKnown() {
        topology.publish(chat.edit("m1", BASE));
        topology.advance(Duration.ofHours(2));
        topology.publish(chat.message("m1", BASE));

        topology.publish(chat.edit("m1", BASE));

        assertThat(account()).isEqualTo(new RecordCounts(3, 2, 0, 1, 0, 3));
    }

    @Test
    void editsBeyondTheMaximumNumberAreRefusedAtOnce() {
        TopologyFixture small = topologies.open(Rules.of(new Limits(1 << 20, 2, 1 << 20)));
        small.publish(chat.edit("m1", BASE));
        small.publish(chat.edit("m2", BASE));

        small.publish(chat.edit("m3", BASE));

        assertThat(small.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.UNKNOWN_MESSAGE);
        assertThat(small.outputs().refusals().get(0).detail())
                .startsWith("2 edits and deletes")
                .contains("edit.wait.max.count");
        small.publish(chat.message("m1", BASE));
        small.publish(chat.edit("m3", BASE));
        assertThat(small.outputs().refusals()).hasSize(1);
    }

    @Test
    void editsBeyondTheMaximumSizeAreRefusedAtOnce() {
        int room = 2 * new EventEncoder().encode(chat.edit("m1", BASE)).length - 1;
        TopologyFixture small = topologies.open(Rules.of(new Limits(1 << 20, 9, room)));
        small.publish(chat.edit("m1", BASE));

        small.publish(chat.edit("m2", BASE));

        assertThat(small.outputs().refusals()).hasSize(1);
        small.publish(chat.message("m1", BASE));
        byte[] third = new EventEncoder().encode(chat.edit("m3", BASE));
        small.publish(null, third, new RecordHeaders().add("large", new byte[room]));
        assertThat(small.outputs().refusals()).as("headers count, too").hasSize(2);
    }

    private RecordCounts account() {
        return topology.queries().recordCounts().get(new TopicPartition(Topics.MESSAGES, 0));
    }
}
