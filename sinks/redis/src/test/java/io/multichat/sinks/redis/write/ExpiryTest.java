package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class ExpiryTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private TestRedis server;
    private UnifiedJedis redis;

    @BeforeEach
    void start() {
        server = TestRedis.start();
        redis = server.client();
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
        server.close();
    }

    @Test
    void allKeysOfAConversationExpireTogether() {
        write("1h", ENTRIES.created("m1", NOON, 1, "one"), ENTRIES.snapshot(Sessions.open(GENERAL, NOON, NOON, 1)));

        // Read by one script, because the clock advances between two commands.
        Object lives = redis.eval(
                "local found = {} for i, key in ipairs(redis.call('KEYS', 'mc:*')) do found[i] = redis.call('PTTL', key) end"
                        + " return found");

        assertThat((List<?>) lives)
                .hasSize(6)
                .allSatisfy(life -> assertThat((Long) life)
                        .isBetween(
                                Duration.ofMinutes(59).toMillis(),
                                Duration.ofHours(1).toMillis()));
        assertThat((List<?>) lives)
                .extracting(Long.class::cast)
                .satisfies(all -> assertThat(all.stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElseThrow()
                                - all.stream().mapToLong(Long::longValue).min().orElseThrow())
                        .isLessThan(1_000));
    }

    @Test
    void aWriteToOneKeyExtendsTheLifeOfAll() {
        write("1h", ENTRIES.snapshot(Sessions.open(GENERAL, NOON, NOON, 1)));

        write("2h", ENTRIES.created("m1", NOON, 1, "one"));

        assertThat(redis.keys("mc:*"))
                .hasSize(6)
                .allSatisfy(key -> assertThat(redis.pttl(key))
                        .isGreaterThan(Duration.ofMinutes(119).toMillis()));
    }

    @Test
    void theSetOfConversationsExpiresLastAfterTheTimeToLiveIsShortened() {
        write("2h", ENTRIES.created("m1", NOON, 1, "one"));

        write("1h", ENTRIES.created("m2", NOON, 2, "two"));

        assertThat(redis.pttl(RedisKeys.of(GENERAL).messages()))
                .isLessThanOrEqualTo(Duration.ofHours(1).toMillis());
        assertThat(redis.pttl(RedisKeys.of(GENERAL).conversations()))
                .isGreaterThan(Duration.ofMinutes(119).toMillis());
    }

    @Test
    void nothingIsLeftAfterTheTimeToLive() {
        write("50ms", ENTRIES.created("m1", NOON, 1, "one"), ENTRIES.snapshot(Sessions.open(GENERAL, NOON, NOON, 1)));

        Awaitility.await().until(() -> redis.keys("*"), Set::isEmpty);
    }

    @Test
    void anEditOfAnExpiredMessageIsNotTakenForTheMessage() {
        write("1h", ENTRIES.edited("m1", NOON, NOON + 5, "edited"));

        String body = new String(
                redis.hget(RedisKeys.of(GENERAL).bodies(), "m1".getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);

        assertThat(body).startsWith("1 " + (NOON + 5) + " " + NOON + " ? {");
    }

    private void write(String ttl, SinkEntry... entries) {
        try (RedisSinkStore writer = new RedisSinkStore(server.settings(Map.of(RedisSettings.TTL, ttl)), () -> 0)) {
            writer.write(List.of(entries));
        }
    }
}
