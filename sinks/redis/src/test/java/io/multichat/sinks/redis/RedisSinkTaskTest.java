package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.testing.StoredConversation;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

class RedisSinkTaskTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Conversation BROKEN = Conversation.of("slack", "broken");
    private final WorkerContext context = new WorkerContext();
    private final AtomicLong clockMs = new AtomicLong();
    private final StoreSinkTask task = new StoreSinkTask(new RedisStoreFactory(), clockMs::get);
    private TestRedis server;
    private UnifiedJedis redis;

    @BeforeEach
    void start() {
        server = TestRedis.start();
        redis = server.client();
        task.initialize(context);
        task.start(Map.of(EndpointConfig.URI, server.uri()));
    }

    @AfterEach
    void stop() throws IOException {
        task.stop();
        redis.close();
        server.close();
    }

    @Test
    void poisonRecordsAreReportedAndTheOthersWritten() {
        SinkRecord poison = SinkRecords.raw(
                Topics.TRANSCRIPT, new SinkRecords.At(0, 2), "no event".getBytes(StandardCharsets.UTF_8));

        task.put(List.of(message(GENERAL, 1), poison, message(GENERAL, 3)));

        assertThat(context.reported).containsExactly(poison);
        assertThat(StoredConversation.read(redis, GENERAL).messageIds()).containsExactly("m1", "m3");
    }

    @Test
    void recordsBlockedByAKeyOfForeignTypeAreReportedAndTheOthersWritten() {
        redis.set(RedisKeys.of(BROKEN).messages(), "foreign".getBytes(StandardCharsets.UTF_8));
        SinkRecord kept = message(BROKEN, 2);

        task.put(List.of(message(GENERAL, 1), kept, message(GENERAL, 3)));

        assertThat(context.reported).containsExactly(kept);
        assertThat(StoredConversation.read(redis, GENERAL).messageIds()).containsExactly("m1", "m3");
        assertThat(redis.exists(RedisKeys.of(BROKEN).bodies())).isFalse();
    }

    @Test
    void theTaskWaitsWhileRedisIsDownAndReadsAgainWhenItIsBack() throws IOException {
        task.put(List.of(message(GENERAL, 1)));
        server.stop();
        task.put(List.of(message(GENERAL, 2)));
        assertThat(context.timeouts).endsWith(1_000L);
        server.startAgain();
        clockMs.addAndGet(1_000);
        task.put(List.of());
        assertThat(context.rewinds).containsEntry(new TopicPartition(Topics.TRANSCRIPT, 0), 2L);

        task.put(List.of(message(GENERAL, 2)));

        assertThat(StoredConversation.read(redis, GENERAL).messageIds()).containsExactly("m2");
        assertThat(context.reported).isEmpty();
    }

    @Test
    void aWrongPasswordFailsTheTaskAndIsNotInTheMessage() {
        server.administer(Protocol.Command.ACL, "SETUSER", "ada", "on", ">right", "~*", "+@all");
        String uri = server.uri().replace("redis://", "redis://ada:s3cret@");
        SinkTask refused =
                StartedTask.of(new RedisSinkConnector(), Map.of(EndpointConfig.URI, uri), new WorkerContext());

        assertThatThrownBy(() -> refused.put(List.of(message(GENERAL, 1))))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("refuses")
                .hasMessageNotContaining("s3cret");
        refused.stop();
    }

    private static SinkRecord message(Conversation conversation, long offset) {
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                SinkRecords.message(conversation, "m" + offset, NOON + offset, "text"),
                SinkRecords.placed(NOON + offset, offset));
    }
}
