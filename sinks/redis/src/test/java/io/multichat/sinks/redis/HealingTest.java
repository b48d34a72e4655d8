package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.testing.StoredConversation;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

/** A task reads a log of sixty records to its end, ten at a time, while Redis loses data. In the end Redis holds them all. */
class HealingTest {
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRANSCRIPT, 0);
    private static final long NOON = 1_700_000_000_000L;
    private static final List<SinkRecord> LOG = IntStream.range(0, 60)
            .mapToObj(offset -> SinkRecords.transcript(
                    new SinkRecords.At(0, offset),
                    SinkRecords.message(GENERAL, "m" + (100 + offset), NOON + offset, "x".repeat(2_000)),
                    SinkRecords.placed(NOON + offset, offset)))
            .toList();

    private final WorkerContext context = new WorkerContext();
    private final AtomicLong clockMs = new AtomicLong();
    private final StoreSinkTask task = new StoreSinkTask(new RedisStoreFactory(), clockMs::get);
    private TestRedis server;
    private int next;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestRedis.start("dir " + folder);
        task.initialize(context);
        task.start(Map.of(EndpointConfig.URI, server.uri(), "name", "redis"));
        task.open(List.of(PARTITION));
    }

    @AfterEach
    void stop() throws IOException {
        task.close(List.of(PARTITION));
        task.stop();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void redisIsEmptiedBetweenTwoBatches(int batches) {
        read(batches);
        server.administer(Protocol.Command.FLUSHALL);

        readToTheEnd();

        assertThat(idsInRedis()).isEqualTo(idsInLog());
    }

    @Test
    void redisRestartsEmpty() throws IOException {
        read(3);
        server.stop();
        read(2);
        server.startAgain();

        readToTheEnd();

        assertThat(idsInRedis()).isEqualTo(idsInLog());
    }

    @Test
    void redisIsFullForAWhile() {
        read(3);
        server.administer(Protocol.Command.CONFIG, "SET", "maxmemory", "1");
        read(4);
        assertThat(idsInRedis()).hasSize(30);
        server.administer(Protocol.Command.CONFIG, "SET", "maxmemory", "0");

        readToTheEnd();

        assertThat(idsInRedis()).isEqualTo(idsInLog());
        assertThat(context.reported).isEmpty();
    }

    @Test
    void redisIsReplacedByAnOlderCopy() throws IOException {
        read(3);
        server.administer(Protocol.Command.SAVE);
        read(2);
        server.stop();
        server.startAgain();

        readToTheEnd();

        assertThat(idsInRedis()).isEqualTo(idsInLog());
    }

    /** As a worker does: rewinds the consumer on request of the task, and delivers nothing from paused partitions. */
    private void read(int batches) {
        for (int i = 0; i < batches; i++) {
            next = context.rewinds.getOrDefault(PARTITION, (long) next).intValue();
            context.rewinds.clear();
            List<SinkRecord> batch = context.paused.contains(PARTITION)
                    ? List.of()
                    : new ArrayList<>(LOG.subList(next, Math.min(LOG.size(), next + 10)));
            next += batch.size();
            task.put(batch);
            clockMs.addAndGet(Positions.CHECK_INTERVAL_MS);
        }
    }

    private void readToTheEnd() {
        read(30);
        assertThat(next).isEqualTo(LOG.size());
        assertThat(task.preCommit(Map.of()).get(PARTITION).offset()).isEqualTo(LOG.size());
    }

    private List<String> idsInRedis() {
        try (UnifiedJedis redis = server.client()) {
            return StoredConversation.read(redis, GENERAL).messageIds();
        }
    }

    private static List<String> idsInLog() {
        return LOG.stream().map(record -> "m" + (100 + record.kafkaOffset())).toList();
    }
}
