package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.SharedRedis;
import io.multichat.sinks.redis.testing.StoredConversation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limits on the messages of a conversation. */
class TrimmingTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static final RedisKeys KEYS = RedisKeys.of(GENERAL);
    private static final Map<String, String> ABOUT_400_KIB = Map.of(RedisSettings.MESSAGES_MAX_BYTES, "400KiB");

    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void theOldestMessagesAreDroppedWhenTheirBytesExceedTheLimit() {
        for (int i = 0; i < 60; i++) {
            REDIS.write(ABOUT_400_KIB, List.of(large(i)));
        }

        assertThat(stored().messageIds()).containsExactly("m57", "m58", "m59");
        assertThat(stored().bodies()).containsOnlyKeys("m57", "m58", "m59");
        assertThat(countedBytes()).isEqualTo(storedBytes());
    }

    @Test
    void oneBatchThatExceedsTheLimitIsTrimmed() {
        REDIS.write(
                ABOUT_400_KIB,
                IntStream.range(0, 8).mapToObj(TrimmingTest::large).toList());

        assertThat(stored().messageIds()).containsExactly("m5", "m6", "m7");
        assertThat(countedBytes()).isEqualTo(storedBytes());
    }

    @Test
    void theNewestMessageIsKeptWhateverItsSize() {
        REDIS.write(Map.of(RedisSettings.MESSAGES_MAX_BYTES, "1KiB"), List.of(large(0), large(1)));

        assertThat(stored().messageIds()).containsExactly("m1");
    }

    @Test
    void editsAndRepetitionsAreCountedOnce() {
        SinkEntry edit = ENTRIES.edited("m1", NOON + 1, NOON + 50, "x".repeat(5_000));
        REDIS.write(large(1), large(2));

        REDIS.write(large(1), edit);
        REDIS.write(edit, large(2), large(1));

        assertThat(stored().messageIds()).containsExactly("m1", "m2");
        assertThat(countedBytes()).isEqualTo(storedBytes());
    }

    @Test
    void aConversationWhoseCountWasEvictedIsCountedAgain() {
        REDIS.write(large(1), large(2), large(3));
        REDIS.client().del(KEYS.trimming());

        REDIS.write(large(4));

        assertThat(countedBytes()).isEqualTo(storedBytes());
        assertThat(REDIS.client().pttl(KEYS.trimming())).isPositive();
        assertThat(stored().messageIds()).containsExactly("m1", "m2", "m3", "m4");
    }

    private static SinkEntry large(int number) {
        return ENTRIES.created("m" + number, NOON + number, number, "x".repeat(120_000));
    }

    private static StoredConversation stored() {
        return StoredConversation.read(REDIS.client(), GENERAL);
    }

    private static long countedBytes() {
        return Long.parseLong(REDIS.client().hget(new String(KEYS.trimming(), StandardCharsets.US_ASCII), "bytes"));
    }

    private static long storedBytes() {
        return stored().bodies().values().stream().mapToLong(String::length).sum();
    }
}
