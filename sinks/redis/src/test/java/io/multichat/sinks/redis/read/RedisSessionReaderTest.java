package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.SharedRedis;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSessionReaderTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static final SessionSnapshot SESSION = Sessions.open(GENERAL, NOON, NOON + 100, 2);

    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void anIdFindsItsSession() {
        REDIS.write(ENTRIES.snapshot(Sessions.closed(SESSION)), ENTRIES.created("m", NOON, 1, "text"));

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.session(SESSION.sessionId())).contains(Sessions.closed(SESSION));
            assertThat(reader.name()).isEqualTo("redis");
        }
    }

    @Test
    void theIdOfAMergedSessionFindsTheSessionThatContainsItsFirstMessage() {
        SessionSnapshot merged = Sessions.open(GENERAL, NOON + 60, NOON + 100, 1);
        SessionSnapshot next = Sessions.open(GENERAL, NOON + 9_000, NOON + 9_000, 1);
        SessionId nobody = SessionId.of(NOON, GENERAL.hash());
        REDIS.write(
                ENTRIES.snapshot(SESSION),
                ENTRIES.snapshot(next),
                ENTRIES.snapshot(Sessions.with(merged, SessionStatus.mergedInto(nobody))));

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.session(merged.sessionId())).contains(SESSION);
        }
    }

    @Test
    void anIdWithAnotherTimeOrConversationFindsNothing() {
        REDIS.write(ENTRIES.snapshot(SESSION));

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.session(SessionId.of(NOON - 1, GENERAL.hash()))).isEmpty();
            assertThat(reader.session(SessionId.of(NOON + 101, GENERAL.hash()))).isEmpty();
            assertThat(reader.session(SessionId.of(NOON, ConversationHash.of("slack/random"))))
                    .isEmpty();
        }
    }

    @Test
    void aDeletedSessionIsNotReturned() {
        SessionStatus deleted = new SessionStatus(
                SessionStatus.State.DELETED,
                SESSION.status().mergedInto(),
                SESSION.status().closedAt(),
                SESSION.status().closedBy());
        REDIS.write(ENTRIES.snapshot(SESSION));
        REDIS.write(
                ENTRIES.snapshot(Sessions.with(Sessions.with(SESSION, deleted), new SessionSnapshot.Version(0, 2))));

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.session(SESSION.sessionId())).isEmpty();
        }
    }

    @Test
    void conversationsWithTheSameHashAreDistinguished() {
        String tag = new String(RedisKeys.conversations(SESSION.sessionId()), StandardCharsets.US_ASCII);
        REDIS.write(ENTRIES.snapshot(SESSION));
        REDIS.client().sadd(tag, "slack/of-the-same-murmur2", "slack/another");

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.session(SESSION.sessionId())).contains(SESSION);
        }
    }

    @Test
    void aMessageIsReturnedInItsNewestRevisionAtItsOriginalPosition() {
        SinkEntry edited = ENTRIES.edited("first", NOON, NOON + 500, "edited");
        SinkEntry deleted = ENTRIES.deleted("last", NOON + 100, NOON + 500);
        REDIS.write(deleted, ENTRIES.created("first", NOON, 1, "first"));
        REDIS.write(edited, ENTRIES.created("last", NOON + 100, 2, "last"));

        try (RedisSessionReader reader = REDIS.reader()) {
            MessagePage page = reader.messages(
                            SESSION, new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD))
                    .orElseThrow();
            assertThat(page.more()).isFalse();
            StoredMessage first = page.messages().get(0);
            assertThat(first.event()).isEqualTo(shown(ENTRIES.created("first", NOON, 1, "first"), edited));
            assertThat(first.deleted()).isFalse();
            assertThat(first.position()).isEqualTo(new MessagePosition(NOON, 1, "first"));
            StoredMessage last = page.messages().get(1);
            assertThat(last.event()).isEqualTo(shown(ENTRIES.created("last", NOON + 100, 2, "last"), deleted));
            assertThat(last.deleted()).isTrue();
            assertThat(last.position()).isEqualTo(new MessagePosition(NOON + 100, 2, "last"));
        }
    }

    @Test
    void aBodyWrittenWithoutItsCreationIsLeftToOtherTiersUntilTheCreationArrivesAgain() {
        SinkEntry created = ENTRIES.created("first", NOON, 1, "first");
        SinkEntry edited = ENTRIES.edited("first", NOON, NOON + 500, "edited");
        REDIS.write(created, ENTRIES.created("last", NOON + 100, 2, "last"));
        String edit = new String(edited.value(), StandardCharsets.UTF_8);
        REDIS.client()
                .hset(
                        new String(RedisKeys.of(SESSION.conversation()).bodies(), StandardCharsets.UTF_8),
                        "first",
                        "1 " + (NOON + 500) + " " + NOON + " 1 " + edit);
        PageRequest request = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);

        try (RedisSessionReader reader = REDIS.reader()) {
            assertThat(reader.messages(SESSION, request)).isEmpty();
            REDIS.write(created);
            assertThat(reader.messages(SESSION, request)
                            .orElseThrow()
                            .messages()
                            .get(0)
                            .event())
                    .isEqualTo(shown(created, edited));
        }
    }

    private static byte[] shown(SinkEntry created, SinkEntry revised) {
        SinkEntry.Transcript revision = (SinkEntry.Transcript) revised;
        return ShownMessage.of(Revision.creation(created.value()), Revision.of(revision.event(), revision.value()))
                .event();
    }
}
