package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Boundaries keep messages apart forever. */
class BoundaryTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);

    @Test
    void aMessageAtTheBoundaryIsBeforeItAndALaterOneAfterIt() {
        story.says(0);
        story.ends(20);

        story.says(21, 20);

        assertThat(story.spans()).containsExactly(span(0, 20), span(21, 21));
    }

    @Test
    void nothingMergesAcrossABoundary() {
        story.says(0);
        story.ends(5);
        story.says(10, 6, 5);

        assertThat(story.spans()).containsExactly(span(0, 5), span(6, 10));
    }

    @Test
    void anEndedSessionStaysClosedWhenALateMessageJoinsIt() {
        long now = topology.now() - BASE;
        story.says(now - 1000);
        story.ends(now);

        story.says(now - 500);

        assertThat(story.spans()).containsExactly(span(now - 1000, now - 500));
        assertThat(story.sessions().get(0).status()).isEqualTo(SessionStatus.closed(BASE + now, ClosedBy.END));
    }
}
