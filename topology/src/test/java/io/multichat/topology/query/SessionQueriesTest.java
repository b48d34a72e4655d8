package io.multichat.topology.query;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries on the state. {@code SessionIdentityTest} covers ids of merged sessions. */
class SessionQueriesTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final String key = chat.conversation().key();
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);

    @Test
    void anIdResolvesToTheSessionThatContainsItsInstant() {
        story.says(0, GAP, 10 * GAP);

        SessionId within = SessionId.of(BASE + 7, ConversationHash.of(key));

        assertThat(topology.queries().session(within))
                .hasValueSatisfying(each -> assertThat(each.firstMessageId()).isEqualTo("m1"));
    }

    @Test
    void anIdWithoutASessionGivesAnEmptyAnswer() {
        story.says(0, 10 * GAP);

        assertThat(topology.queries().session(SessionId.of(BASE + 1, ConversationHash.of(key))))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE - 1, ConversationHash.of(key))))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE + 11 * GAP, ConversationHash.of(key))))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE, ConversationHash.of("irc/other"))))
                .isEmpty();
    }

    @Test
    void anyBitsAreAValidId() {
        story.says(0);

        assertThat(topology.queries().session(new SessionId(-1, -1))).isEmpty();
        assertThat(topology.queries().session(new SessionId(0, 0))).isEmpty();
        assertThat(topology.queries().session(new SessionId(Long.MIN_VALUE, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void anAnswerIncludesChangesThatAreNotAnnouncedYet() {
        story.says(0, 1, 2);

        assertThat(topology.outputs().last().counts().messages()).isEqualTo(1);
        assertThat(topology.queries().session(SessionId.of(BASE, ConversationHash.of(key))))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(3));
    }

    @Test
    void aSessionThatMergesWithTheNewestDuringTheSearchIsFound() {
        story.says(0, 2 * GAP);
        SessionQueries queries = interrupted(() -> story.says(GAP));

        assertThat(queries.session(SessionId.of(BASE, ConversationHash.of(key))))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(3));
    }

    @Test
    void aSessionThatBecomesAPastOneDuringTheSearchIsFound() {
        story.says(0, 10 * GAP);
        SessionQueries queries = interrupted(() -> story.says(20 * GAP));

        assertThat(queries.session(SessionId.of(BASE, ConversationHash.of(key))))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(1));
    }

    /** Queries that are interrupted once by an event, between the lookup of the newest session and that of the past ones. */
    private SessionQueries interrupted(Runnable event) {
        return TestQueries.of(new InterruptedStore(topology.state(), event), TopologyFixture.DEFAULTS);
    }
}
