package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.SharedRedis;
import io.multichat.sinks.redis.testing.StoredConversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.resps.Tuple;

class RedisSinkStoreTest {
    private static final long NOON = 1_700_000_000_000L;

    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void storesMessagesAndSnapshotsInTheDocumentedLayout() {
        Conversation general = Conversation.of("slack", "general");
        Entries entries = new Entries(general);
        SessionSnapshot session = Sessions.open(general, NOON, NOON, 1);

        REDIS.write(Map.of(), List.of(entries.created("m1", NOON, 7, "hello"), entries.snapshot(session)));

        String tag = "mc:{"
                + String.format("%08x", session.sessionId().conversationHash().murmur2()) + "}:";
        assertThat(REDIS.client().smembers(tag + "conversations")).containsExactly("slack/general");
        assertThat(REDIS.client().zrangeWithScores(tag + "slack/general:messages", 0, -1))
                .containsExactly(new Tuple("m1", (double) NOON));
        assertThat(REDIS.client().hget(tag + "slack/general:bodies", "m1"))
                .startsWith("0 0 1700000000000 7 {\"type\":\"message.created\"")
                .endsWith("\"text\":\"hello\"}");
        assertThat(REDIS.client().zrangeWithScores(tag + "slack/general:order", 0, -1))
                .containsExactly(new Tuple(session.sessionId().toString(), (double) NOON));
        assertThat(REDIS.client()
                        .hget(
                                tag + "slack/general:sessions",
                                session.sessionId().toString()))
                .startsWith("{\"sessionId\":\"" + session.sessionId() + "\"");
    }

    @Test
    void redeliveryOfABatchChangesNothing() {
        Conversation conversation = Conversation.of("slack", "redelivery");
        Entries entries = new Entries(conversation);
        List<SinkEntry> batch = List.of(
                entries.created("m1", NOON, 1, "one"),
                entries.created("m2", NOON, 2, "two"),
                entries.edited("m1", NOON, NOON + 5, "one, corrected"),
                entries.deleted("m2", NOON, NOON + 9),
                entries.snapshot(Sessions.open(conversation, NOON, NOON, 2)));
        REDIS.write(Map.of(), batch);
        StoredConversation once = StoredConversation.read(REDIS.client(), conversation);

        REDIS.write(Map.of(), batch);

        assertThat(StoredConversation.read(REDIS.client(), conversation)).isEqualTo(once);
        assertThat(once.bodies().get("m1")).startsWith("1 " + (NOON + 5) + " " + NOON + " 1:");
        assertThat(once.bodies().get("m2")).startsWith("2 " + (NOON + 9) + " " + NOON + " 2:");
    }

    @Test
    void mergedAndDeletedSessionsAreKeptButNotListed() {
        Conversation conversation = Conversation.of("slack", "merged");
        Entries entries = new Entries(conversation);
        SessionSnapshot survivor = Sessions.open(conversation, NOON, NOON + 50, 2);
        SessionSnapshot merged = Sessions.open(conversation, NOON + 40, NOON + 50, 1);
        SessionSnapshot redirect = Sessions.with(
                Sessions.with(merged, SessionStatus.mergedInto(survivor.sessionId())),
                new SessionSnapshot.Version(0, 2));

        REDIS.write(
                Map.of(),
                List.of(
                        entries.snapshot(survivor),
                        entries.snapshot(merged),
                        entries.snapshot(redirect),
                        entries.snapshot(merged)));

        StoredConversation stored = StoredConversation.read(REDIS.client(), conversation);
        assertThat(stored.sessions().get(merged.sessionId().toString())).contains("\"state\":\"merged\"");
        assertThat(stored.order())
                .extracting(Tuple::getElement)
                .containsExactly(survivor.sessionId().toString());
    }

    @Test
    void trimsOldMessagesAgainWhenTheyAreRedelivered() {
        Conversation conversation = Conversation.of("slack", "trimmed");
        Entries entries = new Entries(conversation);
        List<SinkEntry> batch = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            batch.add(entries.created("m" + i, NOON + i, i, "text"));
        }
        Map<String, String> three = Map.of(RedisSettings.MESSAGES_MAX, "3");
        REDIS.write(three, batch);

        REDIS.write(three, List.of(batch.get(5), entries.edited("m5", NOON + 5, NOON + 9_000, "late edit")));

        StoredConversation stored = StoredConversation.read(REDIS.client(), conversation);
        assertThat(stored.messageIds()).containsExactly("m1297", "m1298", "m1299");
        assertThat(stored.bodies()).containsOnlyKeys("m1297", "m1298", "m1299");
    }

    @Test
    void idsAndTextsAreStoredByteForByte() {
        Conversation conversation = Conversation.of("irc", "{a}:*\u0000 \n\"'%", "þ🧵");
        Entries entries = new Entries(conversation);
        List<String> ids = List.of("\u0000", "a\u0000b", "{x}", "\n\r\n$1", "' or 1", "🧵", "-1", "?", "0 0 0 0 {}");
        List<SinkEntry> batch = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            batch.add(entries.created(
                    ids.get(i), NOON + i, -i, ids.get(i) + "\"\u0000\n]] return REDIS.client().call('FLUSHALL')"));
        }
        batch.add(entries.created("huge", NOON + 100, Long.MIN_VALUE, "x".repeat(1_100_000)));

        REDIS.write(Map.of(), batch);

        StoredConversation stored = StoredConversation.read(REDIS.client(), conversation);
        assertThat(stored.bodies()).hasSize(ids.size() + 1).containsKeys(ids.toArray(String[]::new));
        assertThat(batch)
                .allSatisfy(entry -> assertThat(stored.bodies().values())
                        .anyMatch(body -> body.endsWith(" " + new String(entry.value(), StandardCharsets.UTF_8))));
    }

    @Test
    void bodiesWhoseIdsWereEvictedAreDeleted() {
        Conversation conversation = Conversation.of("slack", "evicted");
        Entries entries = new Entries(conversation);
        REDIS.write(Map.of(), List.of(entries.created("m1", NOON, 1, "one"), entries.created("m2", NOON, 2, "two")));
        REDIS.client().del(RedisKeys.of(conversation).messages());

        REDIS.write(Map.of(), List.of(entries.created("m3", NOON, 3, "three")));

        StoredConversation stored = StoredConversation.read(REDIS.client(), conversation);
        assertThat(stored.messageIds()).containsExactly("m3");
        assertThat(stored.bodies()).containsOnlyKeys("m3");
    }
}
