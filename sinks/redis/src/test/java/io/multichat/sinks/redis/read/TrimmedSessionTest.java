package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.SharedRedis;
import io.multichat.sinks.redis.testing.StoredConversation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session of which a message was dropped is not answered, although messages newer than its snapshot are stored. */
class TrimmedSessionTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static final Map<String, String> THREE = Map.of("redis.messages.max", "3");
    private static final Map<String, String> ABOUT_400_KIB = Map.of("redis.messages.max.bytes", "400KiB");

    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void aLateMessageDoesNotStandInForALargeOneThatWasDropped() {
        REDIS.write(
                ABOUT_400_KIB,
                List.of(
                        ENTRIES.created("first", NOON, 0, "x".repeat(300_000)),
                        small(10),
                        small(11),
                        ENTRIES.created("m12", NOON + 12, 12, "x".repeat(120_000))));
        SessionSnapshot open = Sessions.open(GENERAL, NOON - 5, NOON + 11, 4);

        REDIS.write(ABOUT_400_KIB, List.of(ENTRIES.created("late", NOON - 5, 9, "small"), ENTRIES.snapshot(open)));

        assertThat(stored().messageIds()).doesNotContain("first", "late");
        assertUnanswered(open);
    }

    @Test
    void messagesOfOneTimeAreDroppedTogether() {
        REDIS.write(
                THREE,
                List.of(
                        ENTRIES.created("a", NOON, 0, "text"),
                        ENTRIES.created("b", NOON, 1, "text"),
                        ENTRIES.created("c", NOON, 2, "text"),
                        small(5)));
        SessionSnapshot open = Sessions.open(GENERAL, NOON, NOON, 3);
        REDIS.write(THREE, List.of(ENTRIES.snapshot(open)));

        assertThat(stored().messageIds()).containsExactly("m5");
        assertUnanswered(open);
    }

    private static SinkEntry small(int number) {
        return ENTRIES.created("m" + number, NOON + number, number, "text");
    }

    private static void assertUnanswered(SessionSnapshot session) {
        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.messages(session, new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD)))
                    .isEmpty();
        }
    }

    private static StoredConversation stored() {
        return StoredConversation.read(REDIS.client(), GENERAL);
    }
}
