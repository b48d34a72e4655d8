package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions are closed by time or by a later session; closing is a status, not a boundary. */
class ClosingTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);

    @Test
    void aChannelThatFallsSilentClosesWithoutTraffic() {
        long sentAt = topology.now();
        topology.publish(chat.message("m1", sentAt));

        topology.advance(Duration.ofMillis(GAP));
        assertThat(story.states()).containsExactly(State.OPEN);
        topology.advance(Duration.ofMillis(100));

        assertThat(topology.outputs().last().status()).isEqualTo(SessionStatus.closed(sentAt + GAP, ClosedBy.IDLE));
    }

    @Test
    void aBackfillOfOldChatClosesSoonAfterItsLastEventAndNotBefore() {
        for (int i = 0; i < 50; i++) {
            story.says(i * 60_000);
            topology.advance(SETTLE.dividedBy(2));
        }
        assertThat(topology.outputs().snapshots())
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(SessionStatus.OPEN));

        topology.advance(SETTLE.dividedBy(2));

        assertThat(story.states()).containsExactly(State.CLOSED);
    }

    @Test
    void aSessionClosesAsSoonAsALaterOneExists() {
        story.says(0);
        topology.advance(Duration.ofSeconds(1));

        story.says(GAP + 1);

        assertThat(story.states()).containsExactly(State.CLOSED, State.OPEN);
    }

    @Test
    void aLateMessageAmendsASessionThatALaterOneClosed() {
        story.says(0, 10 * GAP);
        SessionSnapshot closed = story.sessions().get(0);

        story.says(GAP);
        topology.advance(Duration.ofSeconds(1));

        SessionSnapshot amended = story.sessions().get(0);
        assertThat(amended.version()).isGreaterThan(closed.version());
        assertThat(amended.status()).isEqualTo(SessionStatus.closed(BASE + 2 * GAP, ClosedBy.IDLE));
        assertThat(amended.counts().messages()).isEqualTo(2);
    }

    @Test
    void aLateMessageAmendsASessionThatSilenceClosedAndLeavesItClosed() {
        story.says(0);
        topology.advance(SETTLE);

        story.says(GAP);
        topology.advance(Duration.ofSeconds(1));

        assertThat(topology.outputs().last().status()).isEqualTo(SessionStatus.closed(BASE + 2 * GAP, ClosedBy.IDLE));
    }

    @Test
    void aMessageWithinTheGapOfTheClockReopensAClosedSessionWhichClosesAgain() {
        long sentAt = topology.now();
        topology.publish(chat.message("m1", sentAt));
        topology.advance(Duration.ofMillis(GAP + 100));

        topology.publish(chat.message("m2", sentAt + 200));
        topology.advance(Duration.ofSeconds(1));
        assertThat(story.states()).containsExactly(State.OPEN);
        topology.advance(SETTLE.minusSeconds(1));

        assertThat(topology.outputs().last().status())
                .isEqualTo(SessionStatus.closed(sentAt + 200 + GAP, ClosedBy.IDLE));
    }

    @Test
    void anEditKeepsAConversationFromSettlingButNotFromClosing() {
        story.says(0);
        topology.advance(SETTLE.minusSeconds(1));
        topology.publish(chat.edit("m1", topology.now()));

        topology.advance(SETTLE.minusSeconds(1));
        assertThat(story.states()).containsExactly(State.OPEN);
        topology.advance(Duration.ofSeconds(1));

        assertThat(story.states()).containsExactly(State.CLOSED);
    }
}
