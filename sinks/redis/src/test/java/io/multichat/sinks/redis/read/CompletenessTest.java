package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.SharedRedis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompletenessTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static final SessionSnapshot OPEN = Sessions.open(GENERAL, NOON, NOON + 100, 2);
    private static final SessionSnapshot CLOSED = Sessions.closed(OPEN);
    private static final SinkEntry FIRST = ENTRIES.created("first", NOON, 1, "first");
    private static final SinkEntry MIDDLE = ENTRIES.created("middle", NOON + 50, 2, "late");
    private static final SinkEntry LAST = ENTRIES.created("last", NOON + 100, 3, "last");
    private static final SinkEntry AFTER = ENTRIES.created("after", NOON + 200, 4, "not in the snapshot yet");

    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void aClosedSessionIsReturnedWhenExactlyItsMessagesAreStored() {
        REDIS.write(FIRST, LAST, AFTER);

        assertThat(idsOf(CLOSED)).contains(List.of("first", "last"));
    }

    @Test
    void aClosedSessionIsNotReturnedWhenAMessageIsMissingOrNotCountedYet() {
        REDIS.write(FIRST);
        assertThat(idsOf(CLOSED)).isEmpty();

        REDIS.write(MIDDLE, LAST);
        assertThat(idsOf(CLOSED)).isEmpty();
    }

    @Test
    void anOpenSessionIncludesMessagesThatItsSnapshotDoesNotCountYet() {
        SinkEntry ofNext = ENTRIES.created("next", NOON + 9_000, 9, "of the next session");
        REDIS.write(FIRST, LAST, MIDDLE, AFTER, ofNext);
        assertThat(idsOf(OPEN)).contains(List.of("first", "middle", "last", "after", "next"));

        REDIS.write(ENTRIES.snapshot(Sessions.open(GENERAL, NOON + 9_000, NOON + 9_000, 1)), ENTRIES.snapshot(OPEN));
        assertThat(idsOf(OPEN)).contains(List.of("first", "middle", "last", "after"));
    }

    @Test
    void anOpenSessionIsNotReturnedWhenOldMessagesAreMissing() {
        REDIS.write(MIDDLE, LAST, AFTER);

        assertThat(idsOf(OPEN)).isEmpty();
    }

    @Test
    void aSessionIsNotReturnedWhileOnlyAnEditOfAMessageIsStored() {
        REDIS.write(FIRST, ENTRIES.edited("last", NOON + 100, NOON + 900, "edited"));
        assertThat(idsOf(CLOSED)).isEmpty();

        REDIS.write(LAST);
        assertThat(idsOf(CLOSED)).contains(List.of("first", "last"));
    }

    @Test
    void aSessionIsNotReturnedWhenABodyIsMissing() {
        REDIS.write(FIRST, LAST);
        REDIS.client().hdel(RedisKeys.of(GENERAL).bodies(), "last".getBytes(StandardCharsets.UTF_8));

        assertThat(idsOf(CLOSED)).isEmpty();
    }

    @Test
    void aMergedSessionHasNoMessagesOfItsOwn() {
        REDIS.write(FIRST, LAST);

        assertThat(idsOf(Sessions.with(OPEN, SessionStatus.mergedInto(OPEN.sessionId()))))
                .isEmpty();
    }

    private static Optional<List<String>> idsOf(SessionSnapshot session) {
        PageRequest all = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);
        try (RedisSessionReader reader = REDIS.reader()) {
            return reader.messages(session, all)
                    .map(page -> page.messages().stream()
                            .map(message -> message.position().messageId())
                            .toList());
        }
    }
}
