package io.multichat.app.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.refill.RefillException;
import io.multichat.sinks.core.testing.CanaryFiles;
import io.multichat.sinks.core.testing.CanaryRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** What a refill of Redis needs, and what it leaves behind. */
class RedisRefillConditionsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private LostStores stores;
    private DevRedis redis;

    @BeforeEach
    void startAnEmptyRedis() {
        stores = new LostStores(folder);
        redis = DevRedis.start(folder.resolve("redis"), FreePort.find());
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void aRedisWithWhichTheSinkCouldNotWorkIsRefused() {
        stores.archived(DailyChat.chat(0, 3));
        try (Jedis client = new Jedis(redis.uri())) {
            client.aclSetUser("limited", "on", ">secret", "~*", "+@all", "-info");
            String uri = "redis://limited:secret@127.0.0.1:" + redis.uri().getPort();

            assertThatThrownBy(() -> refill(Map.of("redis.uri", uri)))
                    .isInstanceOf(RefillException.class)
                    .hasMessageContaining("correct redis.mode, the credentials or the permissions of the user");

            assertThat(client.keys("*:messages")).isEmpty();
        }
    }

    @Test
    void whatItErasesLeavesTheAppendOnlyFile() {
        List<SinkRecord> birds = new ArrayList<>(CanaryRecords.chat());
        Map<String, String> settings = Map.of("redis.uri", redis.uri().toString(), "redis.erase.rewrite", "true");
        LostStores.cached(settings, birds);
        birds.add(CanaryRecords.personErased(birds.size()));
        stores.archived(birds);
        await().atMost(PATIENCE)
                .until(() -> !CanaryFiles.in(folder.resolve("redis")).isEmpty());

        refill(settings);

        await().atMost(PATIENCE)
                .until(() -> CanaryFiles.in(folder.resolve("redis")).isEmpty());
    }

    private void refill(Map<String, String> settings) {
        new RedisRefill(new ArchiveAccess(stores.archive()), settings, folder)
                .run(Duration.ofDays(20_000), entries -> {});
    }
}
