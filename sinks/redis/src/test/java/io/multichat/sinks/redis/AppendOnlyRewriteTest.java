package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.events.Topics;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.CanaryFiles;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyRewriteTest {
    private static final long SETTLE_MS = 10_000;
    private static final long A_SECOND_MS = 1_000;

    @TempDir
    Path folder;

    private final AtomicLong clockMs = new AtomicLong();
    private final StoreSinkTask task = new StoreSinkTask(new RedisStoreFactory(), clockMs::get);
    private TestRedis server;

    @BeforeEach
    void startTask() {
        server = TestRedis.start("appendonly yes", "dir " + folder);
        task.initialize(new WorkerContext());
        task.start(Map.of(EndpointConfig.URI, server.uri(), RedisSettings.ERASE_REWRITE, "true"));
        task.open(List.of(new TopicPartition(Topics.TRANSCRIPT, 0)));
        // The rewrite that is due at the start.
        clockMs.addAndGet(SETTLE_MS);
        task.put(List.of());
    }

    @AfterEach
    void stop() throws IOException {
        task.stop();
        server.close();
    }

    @Test
    void whatIsErasedLeavesTheAppendOnlyFile() {
        task.put(CanaryRecords.chat());
        await().until(() -> !CanaryFiles.in(folder).isEmpty());

        task.put(List.of(CanaryRecords.personErased(9)));
        task.put(List.of());
        assertThat(CanaryFiles.in(folder))
                .as("before the erasures have settled")
                .isNotEmpty();
        clockMs.addAndGet(SETTLE_MS);

        await().until(() -> {
            task.put(List.of());
            // The rewrite of the start may still run.
            clockMs.addAndGet(A_SECOND_MS);
            return CanaryFiles.in(folder).isEmpty();
        });
        assertThat(server.client().dbSize()).as("what others said stays").isPositive();
    }
}
