package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.TopicPartition;

/** Two owners of one partition, unaware of each other, write offsets to a set in a Redis that loses data. */
class PositionsPropertyTest {
    private static final TopicPartition PARTITION = new TopicPartition("chat-transcript", 0);
    private static final String DATA = "mc:data";
    private static TestRedis server;
    private static RedisLink redis;

    /** A step of a history. */
    enum Step {
        A_WRITES,
        A_PASSES,
        A_FAILS,
        B_WRITES,
        B_PASSES,
        B_FAILS,
        A_RESTARTS,
        REDIS_IS_EMPTIED
    }

    @BeforeContainer
    static void start() {
        server = TestRedis.start();
        redis = server.settings(Map.of()).endpoint().connect(2);
    }

    @AfterContainer
    static void stop() throws IOException {
        redis.close();
        server.close();
    }

    @Property(tries = 500)
    void allOffsetsBelowThePositionAreAlwaysInRedis(@ForAll @Size(min = 5, max = 40) List<Step> steps) {
        redis.client().flushAll();
        Owner a = new Owner();
        Owner b = new Owner();
        for (Step step : steps) {
            switch (step) {
                case A_WRITES -> a.write();
                case A_PASSES -> a.pass();
                case A_FAILS -> a.fail();
                case B_WRITES -> b.write();
                case B_PASSES -> b.pass();
                case B_FAILS -> b.fail();
                case A_RESTARTS -> a = new Owner();
                default -> redis.client().flushAll();
            }
            assertEverythingBelowThePositionIsThere();
        }
    }

    private static void assertEverythingBelowThePositionIsThere() {
        long position = owner().read().get(PARTITION);
        Set<String> data = redis.client().smembers(DATA);
        assertThat(data)
                .containsAll(
                        LongStream.range(0, position).mapToObj(Long::toString).toList());
    }

    private static Positions owner() {
        Positions positions = new Positions(new PositionHashes(redis, "redis"), () -> 0);
        positions.take(List.of(PARTITION));
        return positions;
    }

    /** Reads and writes as a task does, three offsets at a time. */
    private static final class Owner {
        private final Positions positions = owner();
        private long from = positions.read().get(PARTITION);
        private long next = from;

        void write() {
            List<String> offsets = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                offsets.add(Long.toString(next++));
            }
            redis.client().sadd(DATA, offsets.toArray(String[]::new));
        }

        void pass() {
            if (positions.passed(Map.of(PARTITION, new OffsetRange(from, next))).displaced()) {
                fail();
            }
            from = next;
        }

        void fail() {
            next = positions.read().get(PARTITION);
            from = next;
        }
    }
}
