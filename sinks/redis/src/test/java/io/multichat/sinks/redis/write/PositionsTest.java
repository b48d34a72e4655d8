package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.testing.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;

class PositionsTest {
    private static final TopicPartition P0 = new TopicPartition("chat-transcript", 0);
    private static final TopicPartition P1 = new TopicPartition("chat-transcript", 1);

    @TempDir
    Path folder;

    private final AtomicLong clockMs = new AtomicLong();
    private TestRedis server;
    private RedisLink redis;

    @BeforeEach
    void start() {
        server = TestRedis.start("dir " + folder);
        redis = server.settings(Map.of()).endpoint().connect(2);
    }

    @AfterEach
    void stop() throws Exception {
        redis.close();
        server.close();
    }

    @Test
    void theNextOwnerStartsAtThePositionAndOtherConnectorsHaveTheirOwn() {
        Positions owner = owner("redis");
        assertThat(owner.read()).isEqualTo(Map.of(P0, 0L, P1, 0L));

        assertThat(owner.passed(Map.of(P0, new OffsetRange(0, 100))).displaced())
                .isFalse();
        assertThat(owner.passed(Map.of(P0, new OffsetRange(100, 130))).durable())
                .isEqualTo(Map.of(P0, 130L, P1, 0L));

        assertThat(owner("redis").read()).isEqualTo(Map.of(P0, 130L, P1, 0L));
        assertThat(owner("another").read()).isEqualTo(Map.of(P0, 0L, P1, 0L));
        assertThat(redis.client().hget("mc:positions:{0}", "redis/chat-transcript-0"))
                .isEqualTo("130");
    }

    @Test
    void anEmptiedRedisResetsAllPositions() {
        Positions owner = owner("redis");
        owner.read();
        owner.passed(Map.of(P0, new OffsetRange(0, 100), P1, new OffsetRange(0, 50)));

        redis.client().flushAll();

        assertThat(owner.passed(Map.of(P0, new OffsetRange(100, 130))).displaced())
                .isTrue();
        assertThat(owner.read()).isEqualTo(Map.of(P0, 0L, P1, 0L));
        assertThat(owner.passed(Map.of(P0, new OffsetRange(0, 130))).displaced())
                .isFalse();
        assertThat(owner("redis").read()).isEqualTo(Map.of(P0, 130L, P1, 0L));
    }

    @Test
    void writesFromBeforeAFlushDoNotAdvancePositionsThatAnotherOwnerCreatedAgain() {
        Positions owner = owner("redis");
        owner.read();
        redis.client().flushAll();
        Positions other = owner("redis");
        other.read();

        assertThat(owner.passed(Map.of(P0, new OffsetRange(0, 100))).displaced())
                .isTrue();

        assertThat(other.read()).isEqualTo(Map.of(P0, 0L, P1, 0L));
    }

    @Test
    void writesFromBeforeARestartDoNotAdvancePositionsThatSurvivedIt() throws Exception {
        Positions owner = owner("redis");
        owner.read();
        owner.passed(Map.of(P0, new OffsetRange(0, 100)));
        server.administer(Protocol.Command.SAVE);
        server.stop();
        server.startAgain();

        assertThat(owner.passed(Map.of(P1, new OffsetRange(0, 30))).displaced()).isTrue();
        assertThat(owner.read()).isEqualTo(Map.of(P0, 100L, P1, 0L));
        assertThat(owner.passed(Map.of(P1, new OffsetRange(0, 30))).displaced()).isFalse();
    }

    @Test
    void writesBeyondAGapDoNotAdvanceThePosition() {
        Positions owner = owner("redis");
        owner.read();
        owner.passed(Map.of(P0, new OffsetRange(0, 100)));
        new PositionHashes(redis, "redis").set(Map.of(P0, 20L));

        assertThat(owner.passed(Map.of(P0, new OffsetRange(100, 130))).displaced())
                .isTrue();
        assertThat(owner.read()).isEqualTo(Map.of(P0, 20L, P1, 0L));
    }

    @Test
    void aSlowOwnerDoesNotMoveThePositionBackButAShorterLogDoes() {
        Positions zombie = owner("redis");
        zombie.read();
        Positions owner = owner("redis");
        owner.read();
        owner.passed(Map.of(P0, new OffsetRange(0, 100)));

        assertThat(zombie.passed(Map.of(P0, new OffsetRange(0, 60))).displaced())
                .isFalse();
        assertThat(owner("redis").read()).isEqualTo(Map.of(P0, 100L, P1, 0L));

        owner.setBack(P0, 10);
        owner.passed(Map.of(P0, new OffsetRange(10, 20)));
        assertThat(owner("redis").read()).isEqualTo(Map.of(P0, 20L, P1, 0L));
    }

    @Test
    void idlePositionsAreCheckedEveryFewSeconds() {
        Positions owner = owner("redis");
        owner.read();
        assertThat(owner.passed(Map.of(P0, new OffsetRange(0, 100))).untilDueMs())
                .isEqualTo(Positions.CHECK_INTERVAL_MS);
        redis.client().flushAll();

        assertThat(owner.passed(Map.of()).displaced()).isFalse();
        clockMs.addAndGet(Positions.CHECK_INTERVAL_MS);
        assertThat(owner.passed(Map.of()).displaced()).isTrue();
    }

    private Positions owner(String connector) {
        Positions positions = new Positions(new PositionHashes(redis, connector), clockMs::get);
        positions.take(List.of(P0, P1));
        return positions;
    }
}
