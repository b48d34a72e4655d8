package io.multichat.app.refill;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.redis.read.RedisSessionReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Redis, filled from the archive. */
class RedisRefillTest {
    private static final Duration ALWAYS = Duration.ofDays(20_000);
    private static final int DAYS = 10;

    @TempDir
    private Path folder;

    private LostStores stores;
    private DevRedis redis;

    @BeforeEach
    void archiveAndStartAnEmptyRedis() {
        stores = new LostStores(folder);
        redis = DevRedis.start(folder.resolve("redis"), FreePort.find());
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void aSinkThatOnlyGotTheEndOfAConversationIsJoinedByItsBeginning() {
        List<SinkRecord> chat = DailyChat.chat(0, DAYS);
        stores.archived(chat);
        stores.stored(chat);
        LostStores.cached(settings(), chat.subList(DAYS - 2, chat.size()));
        assertThat(hasFirstSession()).isFalse();

        FilledAnswer answer = refilled(ALWAYS);

        assertThat(answer).isEqualTo(new FilledAnswer("Redis", DAYS, DAYS, 0, List.of()));
        assertThat(hasFirstSession()).isTrue();
        assertThat(stores.verified(settings()).differences()).isEmpty();
        try (RedisClient client = RedisClient.create(redis.uri())) {
            assertThat(client.zcard(client.keys("*:messages").iterator().next()))
                    .isEqualTo(DAYS);
        }
        refilled(ALWAYS);
        assertThat(stores.verified(settings()).differences()).isEmpty();
    }

    @Test
    void conversationsThatAreNotLiveStayAway() {
        stores.archived(DailyChat.chat(0, DAYS));

        assertThat(refilled(Duration.ofMillis(1))).isEqualTo(new FilledAnswer("Redis", 0, 0, 0, List.of()));

        try (RedisClient client = RedisClient.create(redis.uri())) {
            assertThat(client.keys("*:messages")).isEmpty();
        }
    }

    @Test
    void anErasureDoesNotMakeItsConversationLive() {
        List<SinkRecord> birds = new ArrayList<>(CanaryRecords.chat());
        birds.add(CanaryRecords.personErased(birds.size()));
        stores.archived(birds);
        Instant afterTheLastMessage = Instant.ofEpochMilli(CanaryRecords.NOON).plusSeconds(30);

        FilledAnswer answer = refilled(Duration.between(afterTheLastMessage, Instant.now()));

        assertThat(answer).isEqualTo(new FilledAnswer("Redis", 0, 0, 0, List.of()));
    }

    @Test
    void anErasedPersonStaysErasedWhenTheSinkReadsTheTopicAgain() {
        List<SinkRecord> birds = new ArrayList<>(CanaryRecords.chat());
        birds.add(CanaryRecords.personErased(birds.size()));
        stores.archived(birds);

        refilled(ALWAYS);
        LostStores.cached(settings(), CanaryRecords.chat());

        try (RedisClient client = RedisClient.create(redis.uri())) {
            assertThat(client.keys("*:bodies"))
                    .allSatisfy(key ->
                            assertThat(client.hvals(key).toString()).doesNotContainIgnoringCase(CanaryRecords.CANARY));
            // The floor of the conversation, below which Redis takes nothing.
            assertThat(client.keys("*:trimming")).hasSize(1);
        }
    }

    private FilledAnswer refilled(Duration within) {
        return new RedisRefill(new ArchiveAccess(stores.archive()), settings(), folder).run(within, entries -> {});
    }

    private Map<String, String> settings() {
        return Map.of("redis.uri", redis.uri().toString());
    }

    private boolean hasFirstSession() {
        try (RedisSessionReader reader = RedisSessionReader.of(settings())) {
            PageRequest page = new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD);
            return reader.messages(DailyChat.snapshot(0), page).isPresent();
        }
    }
}
