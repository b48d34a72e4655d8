package io.multichat.topology;

import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionStatus.State;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Rules;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where one session ends and the next begins when messages arrive in order. */
class GapTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, Chat.atHome("talk"));

    @Test
    void messagesExactlyTheGapApartAreOneSession() {
        story.says(0, GAP, 2 * GAP);

        assertThat(story.spans()).containsExactly(span(0, 2 * GAP));
        assertThat(story.sessions().get(0).counts().messages()).isEqualTo(3);
    }

    @Test
    void messagesOneMillisecondFurtherApartAreTwoSessions() {
        story.says(0, GAP + 1);

        assertThat(story.spans()).containsExactly(span(0, 0), span(GAP + 1, GAP + 1));
        assertThat(story.states()).containsExactly(State.CLOSED, State.OPEN);
    }

    @Test
    void messagesAtTheSameInstantAreOneSession() {
        story.says(7, 7, 7);

        assertThat(story.spans()).containsExactly(span(7, 7));
    }

    @Test
    void conversationsDoNotAffectEachOther() {
        Story other = new Story(topology, Chat.away("talk"));

        story.says(0);
        other.says(1);
        story.says(GAP + 1);
        other.says(GAP + 1);

        assertThat(story.spans()).containsExactly(span(0, 0), span(GAP + 1, GAP + 1));
        assertThat(other.spans()).containsExactly(span(1, GAP + 1));
    }

    @Test
    void theGapIsASetting() {
        TopologySettings settings = Rules.of(new SessionRules(Duration.ofMillis(5), List.of(), Optional.empty()));
        TopologyFixture impatient = topologies.open(settings);
        Story hurried = new Story(impatient, Chat.away("talk"));

        hurried.says(0, 5, 11);

        assertThat(hurried.spans()).containsExactly(span(0, 5), span(11, 11));
        assertThat(hurried.sessions()).allSatisfy(each -> assertThat(each.gap()).hasMillis(5));
    }
}
