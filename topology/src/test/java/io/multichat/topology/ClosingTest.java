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
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing is a status that time, or a later session, brings; not a boundary. */
class ClosingTest {
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final Chat chat = Chat.atHome("talk");
    private TopologyFixture topology;
    private Story story;

    @BeforeEach
    void open(@TempDir Path state) {
        topology = TopologyFixture.open(state);
        story = new Story(topology, chat);
    }

    @AfterEach
    void close() {
        topology.close();
    }

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
