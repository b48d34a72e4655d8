package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Edits and deletes, and events that change no session. */
class RevisionTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);

    @Test
    void theyChangeNoIntervalAndAreCountedInTheSessionOfTheOriginal() {
        story.says(0, 10 * GAP);

        topology.publish(chat.edit("m1", BASE + 10 * GAP));
        topology.publish(chat.edit("m1", BASE + 20 * GAP));
        topology.publish(chat.delete("m1", BASE + 30 * GAP));

        assertThat(story.spans()).containsExactly(span(0, 0), span(10 * GAP, 10 * GAP));
        SessionSnapshot edited = story.sessions().get(0);
        assertThat(edited.counts().messages()).isEqualTo(1);
        assertThat(edited.counts().edits()).isEqualTo(2);
        assertThat(edited.counts().deletes()).isEqualTo(1);
        assertThat(story.sessions().get(1).counts().edits()).isZero();
    }

    @Test
    void theyAreKeptUnderTheTimeOfTheOriginal() {
        story.says(0, 1);

        topology.publish(chat.edit("m1", topology.now()));

        List<Placement> placements = topology.outputs().placements();
        assertThat(placements.get(2))
                .isEqualTo(new Placement(placements.get(0).session(), BASE, 3, EventType.MESSAGE_EDITED));
    }

    @Test
    void aReactionBelongsToTheSessionAtItsTimeAndChangesNothing() {
        story.says(0, GAP, 10 * GAP);
        int before = topology.outputs().snapshots().size();

        topology.publish(chat.event(EventType.REACTION_ADDED, "m1", BASE + 5, Optional.empty()));
        topology.publish(chat.event(EventType.PARTICIPANT_LEFT, "m1", BASE + GAP + 1, Optional.empty()));

        List<Placement> placements = topology.outputs().placements();
        assertThat(placements.get(3).session()).isEqualTo(placements.get(0).session());
        assertThat(placements.get(4))
                .isEqualTo(new Placement(Optional.empty(), BASE + GAP + 1, 5, EventType.PARTICIPANT_LEFT));
        assertThat(topology.outputs().snapshots()).hasSize(before);
    }

    @Test
    void aConversationWithoutMessagesHasNoSession() {
        topology.publish(chat.event(EventType.PARTICIPANT_JOINED, "m1", BASE, Optional.empty()));

        assertThat(story.spans()).isEmpty();
        assertThat(topology.outputs().transcript()).hasSize(1);
    }
}
