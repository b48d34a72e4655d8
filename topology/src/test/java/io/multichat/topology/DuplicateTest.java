package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Topics;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An accepted event is never accepted again, no matter how late it returns. */
class DuplicateTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();

    @BeforeEach
    void open() {
        topology.publish(chat.message("m1", BASE));
    }

    @Test
    void aMessageWithTheSameIdIsADuplicateWhateverItContains() {
        topology.publish(chat.message("m1", BASE + 99_999_999, "bob", "another text"));

        assertOneDuplicateBeside(1);
        assertThat(topology.queries().session(topology.outputs().last().sessionId()))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, names = "MESSAGE_CREATED", mode = EnumSource.Mode.EXCLUDE)
    void anyOtherEventWithTheSameIdIsADuplicateWhateverItContains(EventType type) {
        topology.publish(chat.event(type, "m1", BASE, Optional.of("e1")));

        topology.publish(chat.event(type, "m1", BASE + 1, Optional.of("e1")));

        assertOneDuplicateBeside(2);
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, names = "MESSAGE_CREATED", mode = EnumSource.Mode.EXCLUDE)
    void anEventWithoutAnIdIsADuplicateIfItsBytesAreTheSame(EventType type) {
        topology.publish(chat.event(type, "m1", BASE, Optional.empty()));
        topology.publish(chat.event(type, "m1", BASE + 1, Optional.empty()));

        topology.publish(chat.event(type, "m1", BASE, Optional.empty()));

        assertOneDuplicateBeside(3);
    }

    @Test
    void aDuplicateThatReturnsYearsLaterChangesNothing() {
        topology.advance(Duration.ofDays(4_000));
        int snapshots = topology.outputs().snapshots().size();

        topology.publish(chat.message("m1", BASE));
        topology.advance(Duration.ofDays(1));

        assertOneDuplicateBeside(1);
        assertThat(topology.outputs().snapshots()).hasSize(snapshots);
    }

    @Test
    void theSameIdInAnotherConversationIsAnotherMessage() {
        ChatEvent other = Chat.atHome("talk").message("m1", BASE);

        topology.publish(other);

        assertThat(topology.outputs().transcript()).hasSize(2);
    }

    private void assertOneDuplicateBeside(int accepted) {
        RecordCounts account = topology.queries().recordCounts().get(new TopicPartition(Topics.MESSAGES, 0));
        assertThat(account.duplicates()).isEqualTo(1);
        assertThat(account.accepted()).isEqualTo(accepted);
        assertThat(topology.outputs().transcript()).hasSize(accepted);
        assertThat(topology.outputs().deadLetters()).isEmpty();
    }
}
