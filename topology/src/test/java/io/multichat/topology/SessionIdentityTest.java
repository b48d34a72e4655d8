package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Session ids, and which id survives when sessions merge. */
class SessionIdentityTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, Chat.away("talk"));

    @Test
    void itIsMadeFromTheFirstAcceptedMessage() {
        story.says(5, 1, 9);

        assertThat(story.sessions()).extracting(SessionSnapshot::sessionId).containsExactly(idOfFirst(5, "m1"));
    }

    @Test
    void itStaysTheSameWhenTheStartMovesBack() {
        story.says(0);

        story.says(-GAP, -2 * GAP);

        assertThat(topology.outputs().placements())
                .extracting(Placement::session)
                .allSatisfy(id -> assertThat(id).contains(idOfFirst(0, "m1")));
    }

    @Test
    void whenTwoSessionsMergeTheEarlierKeepsItsIdAndTheOtherRedirects() {
        story.says(0, 2 * GAP);
        SessionSnapshot later = topology.outputs().last();

        story.says(GAP);

        SessionSnapshot survivor = story.sessions().get(0);
        assertThat(survivor.sessionId()).isEqualTo(idOfFirst(0, "m1"));
        SessionSnapshot redirect = topology.outputs().last();
        assertThat(redirect.sessionId()).isEqualTo(later.sessionId());
        assertThat(redirect.status()).isEqualTo(SessionStatus.mergedInto(survivor.sessionId()));
        assertThat(redirect.version()).isGreaterThan(later.version());
    }

    @Test
    void theRedirectIsSentTogetherWithTheSurvivorEvenWithinTheInterval() {
        story.says(0, 2 * GAP);
        int before = topology.outputs().snapshots().size();

        story.says(GAP);

        List<SessionSnapshot> sent = topology.outputs().snapshots();
        assertThat(sent.subList(before, sent.size()))
                .extracting(SessionSnapshot::sessionId)
                .containsExactly(idOfFirst(0, "m1"), idOfFirst(2 * GAP, "m2"));
    }

    @Test
    void anOldIdResolvesThroughAChainOfMerges() {
        story.says(4 * GAP, 2 * GAP, 0, 9 * GAP);
        story.says(3 * GAP); // the first is merged into the second
        story.says(GAP); // and the second into the third

        SessionSnapshot survivor =
                topology.queries().session(idOfFirst(4 * GAP, "m1")).orElseThrow();

        assertThat(survivor.sessionId()).isEqualTo(idOfFirst(0, "m3"));
        assertThat(topology.queries().session(idOfFirst(2 * GAP, "m2"))).contains(survivor);
        assertThat(survivor.counts().messages()).isEqualTo(5);
        assertThat(survivor.span()).isEqualTo(new SessionSnapshot.Span(BASE, BASE + 4 * GAP));
    }

    @Test
    void aMergedIdIsNeverAnnouncedAgain() {
        story.says(0, 2 * GAP, 2 * GAP + 1, GAP, 2 * GAP + 2);

        topology.advance(Duration.ofMinutes(1));

        List<SessionSnapshot> merged = topology.outputs().snapshots().stream()
                .filter(each -> each.sessionId().equals(idOfFirst(2 * GAP, "m2")))
                .toList();
        assertThat(merged.get(merged.size() - 1).status().state()).isEqualTo(SessionStatus.State.MERGED);
        assertThat(merged).extracting(each -> each.status().state()).containsOnlyOnce(SessionStatus.State.MERGED);
    }

    private SessionId idOfFirst(long time, String messageId) {
        return SessionId.of(BASE + time, story.chat().conversation().hash());
    }
}
