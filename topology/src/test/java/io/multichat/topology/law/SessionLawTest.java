package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionStatus.State;
import io.multichat.events.Topics;
import io.multichat.topology.settings.TopologySettings.Timing;
import io.multichat.topology.state.Account;
import io.multichat.topology.testing.Rules;
import io.multichat.topology.testing.TopologyFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The sessions of a conversation are a function of the set of its accepted messages, in whatever order they come and
 * whatever time passes meanwhile; and nothing is lost.
 *
 * <p>One topology serves all cases, each with conversations of its own, since starting one costs more than a case.
 */
class SessionLawTest {
    private static final TopicPartition INPUT = new TopicPartition(Topics.MESSAGES, 0);

    private static Path state;
    private static TopologyFixture topology;
    private static int runs;

    @BeforeContainer
    static void open() throws IOException {
        state = Files.createTempDirectory("session-law");
        topology = new TopologyFixture(
                state,
                Rules.of(new Timing(
                        Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ZERO)));
    }

    @AfterContainer
    static void close() throws IOException {
        topology.close();
        Utils.delete(state.toFile());
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return Chatter.drafts();
    }

    @Property(tries = 120)
    void sessionsDoNotDependOnTheOrderOfArrival(@ForAll("drafts") List<Draft> drafts, @ForAll Random random) {
        List<Draft> reversed = new ArrayList<>(drafts);
        Collections.reverse(reversed);
        List<Draft> shuffled = new ArrayList<>(drafts);
        Collections.shuffle(shuffled, random);
        for (List<Draft> order : List.of(drafts, reversed, shuffled)) {
            List<ChatRun> chats = chats();
            Account before = account();

            order.forEach(draft -> chats.get(draft.conversation()).publish(draft));

            topology.advance(Duration.ofSeconds(1));
            chats.forEach(chat -> chat.assertSessions(State.OPEN));
            assertSettled(chats, before);
        }
    }

    @Property(tries = 120)
    void sessionsDoNotDependOnTheTimeThatPassesBetweenArrivals(
            @ForAll("drafts") List<Draft> drafts, @ForAll @Size(40) List<@IntRange(max = 15_000) Integer> pauses) {
        List<ChatRun> chats = chats();
        Account before = account();

        for (int i = 0; i < drafts.size(); i++) {
            chats.get(drafts.get(i).conversation()).publish(drafts.get(i));
            topology.advance(Duration.ofMillis(pauses.get(i)));
        }

        assertSettled(chats, before);
    }

    private static void assertSettled(List<ChatRun> chats, Account before) {
        topology.advance(Duration.ofSeconds(10));
        topology.advance(Duration.ofSeconds(1));
        for (ChatRun chat : chats) {
            chat.assertSessions(State.CLOSED);
            chat.assertHistories();
            chat.assertTranscript();
        }
        Account after = account();
        assertThat(after.accepted() - before.accepted())
                .isEqualTo(chats.stream()
                        .mapToInt(chat -> chat.model().accepted().size())
                        .sum());
        assertThat(after.duplicates() - before.duplicates())
                .isEqualTo(chats.stream()
                        .mapToInt(chat -> chat.model().duplicates())
                        .sum());
        assertThat(after.deadLetters() - before.deadLetters())
                .isEqualTo(
                        chats.stream().mapToInt(chat -> chat.model().refused()).sum())
                .isEqualTo(topology.outputs().deadLetters().size());
        assertThat(after.accepted() + after.duplicates() + after.deadLetters()).isEqualTo(after.nextOffset());
    }

    private static List<ChatRun> chats() {
        topology.outputs().forget();
        runs++;
        return IntStream.range(0, Chatter.CONVERSATIONS)
                .mapToObj(i -> new ChatRun(topology, Conversation.of("law", "run " + runs, "chat " + i)))
                .toList();
    }

    private static Account account() {
        return topology.queries().accounts().getOrDefault(INPUT, Account.EMPTY);
    }
}
