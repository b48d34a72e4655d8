package io.multichat.topology;

import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is placed in the right session, no matter how late it arrives. */
class LateMessageTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private static final long YEAR = Duration.ofDays(365).toMillis();

    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, Chat.away("talk"));

    @ParameterizedTest
    @ValueSource(longs = {1, 60_000, 1_800_000})
    void itJoinsAPastSessionThatEndedAtMostAGapEarlier(long late) {
        story.says(0, YEAR, late);

        assertThat(story.spans()).containsExactly(span(0, late), span(YEAR, YEAR));
    }

    @Test
    void withinASessionItChangesNoInterval() {
        story.says(0, GAP, YEAR, GAP / 2);

        assertThat(story.spans()).containsExactly(span(0, GAP), span(YEAR, YEAR));
        assertThat(story.sessions().get(0).counts().messages()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_800_000})
    void itMovesTheStartOfTheNewestSession(long earlier) {
        story.says(0, -earlier);

        assertThat(story.spans()).containsExactly(span(-earlier, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_800_000})
    void itMovesTheStartOfAPastSession(long earlier) {
        story.says(0, YEAR, -earlier);

        assertThat(story.spans()).containsExactly(span(-earlier, 0), span(YEAR, YEAR));
    }

    @Test
    void itMergesAPastSessionWithTheNewest() {
        story.says(0, 2 * GAP, GAP);

        assertThat(story.spans()).containsExactly(span(0, 2 * GAP));
        assertThat(story.states()).containsExactly(State.OPEN);
    }

    @Test
    void itMergesTwoPastSessions() {
        story.says(0, 2 * GAP, YEAR, GAP);

        assertThat(story.spans()).containsExactly(span(0, 2 * GAP), span(YEAR, YEAR));
        assertThat(story.states()).containsExactly(State.CLOSED, State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_800_001, 3_600_000, 365L * 24 * 3_600_000})
    void farFromAllOthersItFormsItsOwnClosedSession(long earlier) {
        story.says(0, YEAR, -earlier, YEAR / 2);

        assertThat(story.spans())
                .containsExactly(span(-earlier, -earlier), span(0, 0), span(YEAR / 2, YEAR / 2), span(YEAR, YEAR));
        assertThat(story.states()).containsExactly(State.CLOSED, State.CLOSED, State.CLOSED, State.OPEN);
    }

    @Test
    void oneMillisecondTooFarFromEitherSideItMergesNothing() {
        story.says(0, 2 * GAP + 2, GAP + 1);

        assertThat(story.spans()).containsExactly(span(0, 0), span(GAP + 1, GAP + 1), span(2 * GAP + 2, 2 * GAP + 2));
    }
}
