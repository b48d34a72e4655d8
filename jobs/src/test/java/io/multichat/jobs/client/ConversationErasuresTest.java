package io.multichat.jobs.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.jobs.testing.Chat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: an event is covered, and leaves a remainder, exactly as if it were compared with every marker. */
class ConversationErasuresTest {
    private static final Conversation HERE = Conversation.of("irc", "#birds");
    private static final List<String> PEOPLE = List.of("ada", "bob", "eve");
    private static final int LAST = 30;
    private static final int ROUNDS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findingIsLikeComparingWithEveryMarker(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<ErasureMarker> markers = new ArrayList<>();
            ConversationErasures erasures = new ConversationErasures();
            for (int count = random.nextInt(12); count > 0; count--) {
                ErasureMarker marker = marker(random);
                markers.add(marker);
                erasures.add(marker);
            }

            for (long sentAt = 0; sentAt <= LAST; sentAt++) {
                for (ChatEvent event : events(sentAt)) {
                    long at = sentAt;
                    List<ErasureMarker> expected = markers.stream()
                            .filter(marker -> marker.covers(event, at))
                            .toList();
                    List<ErasureMarker> found = erasures.covering(event, at);
                    assertThat(facts(found, event))
                            .as("%s under %s", event, markers)
                            .isEqualTo(facts(expected, event));
                    assertThat(erasures.mayHaveRemainder(at))
                            .isEqualTo(markers.stream()
                                    .filter(Predicate.not(ErasureMarker::removesMessages))
                                    .anyMatch(marker -> at <= marker.until()));
                }
            }
        }
    }

    private static List<Boolean> facts(List<ErasureMarker> covering, ChatEvent event) {
        return List.of(covering.isEmpty(), covering.stream().allMatch(marker -> marker.leavesRemainder(event)));
    }

    private static ErasureMarker marker(Random random) {
        long one = random.nextInt(LAST);
        long other = random.nextInt(LAST);
        return random.nextInt(3) == 0
                ? ErasureMarker.ofParticipant(ParticipantHash.of(HERE, PEOPLE.get(random.nextInt(PEOPLE.size()))), one)
                : ErasureMarker.ofSession(Math.min(one, other), Math.max(one, other));
    }

    private static List<ChatEvent> events(long sentAt) {
        List<ChatEvent> events = new ArrayList<>();
        for (String person : PEOPLE) {
            events.add(ChatEvent.message(
                    HERE, "m", Sender.user(person), Instant.ofEpochMilli(sentAt), "said by " + person));
        }
        events.add(Chat.revision(EventType.MESSAGE_EDITED, HERE, "m", LAST / 2));
        return events;
    }
}
