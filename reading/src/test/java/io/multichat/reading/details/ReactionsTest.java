package io.multichat.reading.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    @Test
    void sendersAreNamedInTheOrderOfTheirReactions() {
        assertThat(GivenReaction.standing(List.of(
                        GivenReaction.added("bob", "+1", 5),
                        GivenReaction.added("ada", "+1", 3),
                        GivenReaction.added("eve", "tada", 4))))
                .containsExactly(
                        new Reaction("+1", 2, List.of(Sender.user("ada"), Sender.user("bob"))),
                        new Reaction("tada", 1, List.of(Sender.user("eve"))));
    }

    @Test
    void aRemovalThatArrivesBeforeItsAdditionRemovesIt() {
        assertThat(GivenReaction.standing(
                        List.of(GivenReaction.removed("ada", "+1", 6), GivenReaction.added("ada", "+1", 5))))
                .isEmpty();
    }

    @Test
    void aReactionThatIsMadeAgainAfterItsRemovalStands() {
        assertThat(GivenReaction.standing(List.of(
                        GivenReaction.added("ada", "+1", 7),
                        GivenReaction.added("ada", "+1", 5),
                        GivenReaction.removed("ada", "+1", 6))))
                .containsExactly(new Reaction("+1", 1, List.of(Sender.user("ada"))));
    }

    @Test
    void aRemovalConcernsOnlyItsSenderAndEmoji() {
        assertThat(GivenReaction.standing(List.of(
                        GivenReaction.added("ada", "+1", 5),
                        GivenReaction.removed("bob", "+1", 6),
                        GivenReaction.removed("ada", "tada", 6))))
                .containsExactly(new Reaction("+1", 1, List.of(Sender.user("ada"))));
    }

    @Test
    void theOrderDecidesBetweenEventsOfEqualTime() {
        GivenReaction later = new GivenReaction(EventType.REACTION_ADDED, "ada", "+1", 5, 2);
        GivenReaction earlier = new GivenReaction(EventType.REACTION_REMOVED, "ada", "+1", 5, 1);

        assertThat(GivenReaction.standing(List.of(later, earlier))).hasSize(1);
    }

    @Test
    void manySendersAreCountedAndSomeOfThemNamed() {
        List<GivenReaction> many = IntStream.range(0, 1_000)
                .mapToObj(i -> GivenReaction.added("user-" + i, "+1", i))
                .toList();

        Reaction reaction = GivenReaction.standing(many).get(0);

        assertThat(reaction.count()).isEqualTo(1_000);
        assertThat(reaction.senders())
                .hasSize(Reaction.MAX_SENDERS)
                .startsWith(Sender.user("user-0"), Sender.user("user-1"));
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String thumb = "\ud83d\udc4d";

        Reaction reaction = GivenReaction.standing(List.of(GivenReaction.added("a", "x" + thumb.repeat(100), 1)))
                .get(0);

        assertThat(reaction.emoji()).isEqualTo("x" + thumb.repeat(63));
    }
}
