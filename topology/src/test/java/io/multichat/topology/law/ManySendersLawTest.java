package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.law.model.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Up to 32 senders of a session are counted exactly; beyond that, the estimate does not depend on the order either. */
class ManySendersLawTest {
    private static final int EXACT = 32;

    private static Subjects subjects;
    private static Subject task;
    private static int conversations;

    /**
     * A message.
     *
     * @param sender number of the sender
     * @param slot its time; two of neighbouring slots are of one session
     */
    record Said(int sender, int slot) {
        long sentAt() {
            return slot * 300_000L;
        }
    }

    @BeforeContainer
    static void open() {
        subjects = new Subjects();
        task = subjects.open(RestartedTask::new, LawSettings.of(false));
    }

    @AfterContainer
    static void close() {
        subjects.close();
    }

    @Provide
    Arbitrary<List<Said>> crowds() {
        Arbitrary<Integer> slots = Arbitraries.integers().between(0, 99).filter(slot -> slot % 33 != 0);
        return Combinators.combine(Arbitraries.integers().between(0, 199), slots)
                .as(Said::new)
                .list()
                .ofMinSize(50)
                .ofMaxSize(300);
    }

    @Property(tries = 30)
    void theCountOfSendersDoesNotDependOnTheOrderOfArrival(@ForAll("crowds") List<Said> said, @ForAll Random random) {
        List<Said> shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, random);

        Map<Span, Participants> inOrder = participants(said);

        assertThat(participants(shuffled)).isEqualTo(inOrder);
        inOrder.forEach((span, participants) -> {
            long exact = said.stream()
                    .filter(each -> span.startedAt() <= each.sentAt() && each.sentAt() <= span.lastMessageAt())
                    .map(Said::sender)
                    .distinct()
                    .count();
            assertThat(participants.approximate()).isEqualTo(exact > EXACT);
            assertThat(participants.count()).isCloseTo(exact, within(exact > EXACT ? exact / 5 : 0));
        });
    }

    /** The participants of each session by its interval, from the newest snapshot. */
    private static Map<Span, Participants> participants(List<Said> said) {
        Conversation conversation = Conversation.of("crowd", "number " + conversations++);
        for (int i = 0; i < said.size(); i++) {
            ChatEvent event = ChatEvent.message(
                    conversation,
                    "m" + i,
                    Sender.user("sender" + said.get(i).sender()),
                    Instant.ofEpochMilli(said.get(i).sentAt()),
                    "");
            task.publish(Published.of(i, 0, event), null, new RecordHeaders());
        }
        task.advance(1_000);
        task.advance(1_000);
        Map<SessionId, SessionSnapshot> newest = new HashMap<>();
        task.written().snapshots().stream()
                .filter(each -> each.conversation().equals(conversation))
                .forEach(each -> newest.put(each.sessionId(), each));
        return newest.values().stream()
                .filter(each -> each.status().state() != State.MERGED)
                .collect(Collectors.toMap(
                        SessionSnapshot::span, each -> each.counts().participants()));
    }
}
