package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Commands;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeletedSessionTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);
    private final Commands commands = new Commands(topology, chat);

    @Test
    void aDeletedSessionLeavesASnapshotWithoutContent() {
        story.says(0, 10, GAP + 11);

        commands.delete(BASE);

        SessionSnapshot deleted = topology.outputs().newest().get(0);
        assertThat(deleted.status().state()).isEqualTo(State.DELETED);
        assertThat(deleted.span()).isEqualTo(span(BASE, BASE + 10));
        assertThat(deleted.counts().messages()).isZero();
        assertThat(deleted.firstMessageId()).isEmpty();
        assertThat(topology.queries().session(deleted.sessionId())).isEmpty();
        assertThat(topology.outputs().placements().get(3))
                .isEqualTo(new Placement(
                        Optional.of(deleted.sessionId()),
                        BASE,
                        4,
                        EventType.SESSION_DELETED,
                        OptionalLong.of(BASE + 10)));
    }

    @Test
    void nothingRevivesADeletedSession() {
        story.says(0, 10);
        commands.delete(BASE);

        topology.publish(chat.message("m1", BASE));
        topology.publish(chat.message("late", BASE + 5, "ada", "secret"));
        topology.publish(chat.edit("m1", BASE + 9_000));

        assertThat(topology.outputs().transcript()).hasSize(3);
        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.SESSION_DELETED, RejectReason.SESSION_DELETED);
        assertThat(topology.outputs().deadLetters())
                .allSatisfy(each -> assertThat(new String(each.value(), StandardCharsets.UTF_8))
                        .doesNotContain("secret", "changed", "ada"))
                .allSatisfy(each -> assertThat(each.key()).isNull());
        assertThat(topology.queries()
                        .session(SessionId.of(BASE + 5, chat.conversation().hash())))
                .isEmpty();
    }

    @Test
    void messagesBeforeAndAfterADeletedSessionStayApart() {
        story.says(0);
        commands.delete(BASE);

        story.says(-5, 5);

        assertThat(live()).containsExactly(span(BASE - 5, BASE - 5), span(BASE + 5, BASE + 5));
    }

    @Test
    void theSessionBeforeADeletedOneBecomesTheNewest() {
        story.says(0, GAP + 1);
        commands.delete(BASE + GAP + 1);

        story.says(5);

        assertThat(live()).containsExactly(span(BASE, BASE + 5));
    }

    @Test
    void aSessionThatDoesNotExistCannotBeDeleted() {
        story.says(0);

        commands.delete(BASE + 1);

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.UNKNOWN_SESSION);
    }

    @Test
    void aSessionThatWasDeletedBeforeARebuildIsNotRevived() {
        commands.deleteRebuilt(BASE, BASE - 5, BASE + 10);

        story.says(-6, -5, 10, 11);

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.SESSION_DELETED, RejectReason.SESSION_DELETED);
        assertThat(topology.outputs().placements().get(0).boundary()).hasValue(BASE + 10);
        assertThat(live()).containsExactly(span(BASE - 6, BASE - 6), span(BASE + 11, BASE + 11));
    }

    /** A rebuild publishes deletions first, and the original command comes again with the records of the input topics. */
    @Test
    void theSessionsAroundADeletedOneStayApartUnderALongerGap() {
        commands.deleteRebuilt(BASE, BASE, BASE + 10);
        story.says(-5, 15);

        commands.delete(BASE);

        assertThat(live()).containsExactly(span(BASE - 5, BASE - 5), span(BASE + 15, BASE + 15));
    }

    @Test
    void anIntervalDeletesNothingThatIsThere() {
        story.says(20);

        commands.deleteRebuilt(BASE, BASE - 5, BASE + 20);

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.UNKNOWN_SESSION);
        assertThat(live()).containsExactly(span(BASE + 20, BASE + 20));
    }

    private List<Span> live() {
        topology.advance(Duration.ofSeconds(1));
        return topology.outputs().newest().stream()
                .filter(session -> session.status().isLive())
                .map(SessionSnapshot::span)
                .toList();
    }
}
