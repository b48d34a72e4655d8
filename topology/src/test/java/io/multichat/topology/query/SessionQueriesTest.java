package io.multichat.topology.query;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.topology.settings.Names;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers from the state. That old ids resolve is told in {@code SessionIdentityTest}. */
class SessionQueriesTest {
    private final Chat chat = Chat.away("talk");
    private final String key = chat.conversation().key();
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
    void anIdStandsForTheSessionThatContainsItsInstant() {
        story.says(0, GAP, 10 * GAP);

        SessionId within = SessionId.of(BASE + 7, key, "whatever");

        assertThat(topology.queries().session(within))
                .hasValueSatisfying(each -> assertThat(each.firstMessageId()).isEqualTo("m1"));
    }

    @Test
    void anIdOfNoSessionIsEmpty() {
        story.says(0, 10 * GAP);

        assertThat(topology.queries().session(SessionId.of(BASE + 1, key, "m1")))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE - 1, key, "m1")))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE + 11 * GAP, key, "m1")))
                .isEmpty();
        assertThat(topology.queries().session(SessionId.of(BASE, "irc/other", "m1")))
                .isEmpty();
    }

    @Test
    void anyBitsAreAnId() {
        story.says(0);

        assertThat(topology.queries().session(new SessionId(-1, -1))).isEmpty();
        assertThat(topology.queries().session(new SessionId(0, 0))).isEmpty();
        assertThat(topology.queries().session(new SessionId(Long.MIN_VALUE, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void theAnswerIsOfThisMomentAlsoOfWhatIsNotAnnounced() {
        story.says(0, 1, 2);

        assertThat(topology.outputs().last().counts().messages()).isEqualTo(1);
        assertThat(topology.queries().session(SessionId.of(BASE, key, "m1")))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(3));
    }

    @Test
    void aSessionThatMergesWithTheNewestWhileItIsLookedForIsFound() {
        story.says(0, 2 * GAP);
        SessionQueries queries = interrupted(() -> story.says(GAP));

        assertThat(queries.session(SessionId.of(BASE, key, "m1")))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(3));
    }

    @Test
    void aSessionThatBecomesAPastOneWhileItIsLookedForIsFound() {
        story.says(0, 10 * GAP);
        SessionQueries queries = interrupted(() -> story.says(20 * GAP));

        assertThat(queries.session(SessionId.of(BASE, key, "m1")))
                .hasValueSatisfying(each -> assertThat(each.counts().messages()).isEqualTo(1));
    }

    /** Queries during which something happens once, between the look at the newest session and that at the past ones. */
    private SessionQueries interrupted(Runnable event) {
        return TestQueries.of(
                name -> name.equals(Names.PAST_SESSIONS)
                        ? new InterruptedStore(topology.store(name), event)
                        : topology.store(name),
                TopologyFixture.DEFAULTS);
    }
}
