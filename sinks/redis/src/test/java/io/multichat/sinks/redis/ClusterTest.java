package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.events.Conversation;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.testing.ManyConversations;
import io.multichat.sinks.redis.testing.TestCluster;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

class ClusterTest {
    private static final TopicPartition PARTITION = new TopicPartition("chat-transcript", 0);

    @TempDir
    Path folder;

    private TestCluster cluster;
    private RedisSinkStore writer;

    @BeforeEach
    void start() {
        cluster = TestCluster.start(folder);
        writer = new RedisSinkStore(cluster.settings(Map.of()), () -> 0);
    }

    @AfterEach
    void stop() throws IOException {
        writer.close();
        cluster.close();
    }

    @Test
    void conversationsAreDistributedOverAllMastersAndReadBack() {
        writer.write(ManyConversations.batch(1));

        assertThat(List.of(0, 1, 2))
                .allSatisfy(node -> assertThat((Long) cluster.node(node).administer(Protocol.Command.DBSIZE))
                        .isPositive());
        assertThat(ManyConversations.idsRead(cluster.properties()))
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1")));
    }

    @Test
    void writesFollowASlotWhileItMovesAndAfterwards() {
        writer.write(ManyConversations.batch(1));
        Conversation moving = ManyConversations.ALL.stream()
                .filter(conversation -> slot(conversation) < 16_384 / 3)
                .findFirst()
                .orElseThrow();

        cluster.beginMove(slot(moving), 0, 2);
        writer.write(ManyConversations.batch(2));
        cluster.finishMove(slot(moving), 2);
        writer.write(ManyConversations.batch(3));

        assertThat(ManyConversations.idsRead(cluster.properties()))
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1", "m2", "m3")));
    }

    @Test
    void writesAreRetriedWhileAMasterIsDownAndSucceedWhenItIsBack() throws IOException {
        writer.write(ManyConversations.batch(1));
        cluster.node(1).stop();

        assertThat(catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(2)))
                        .verdict())
                .isEqualTo(StoreException.Verdict.RETRY);

        cluster.node(1).startAgain();
        Awaitility.await().ignoreExceptionsInstanceOf(StoreException.class).until(() -> {
            writer.write(ManyConversations.batch(1));
            writer.write(ManyConversations.batch(2));
            return true;
        });
        assertThat(ManyConversations.idsRead(cluster.properties()))
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1", "m2")));
    }

    @Test
    void aReaderThatStartsWhileAllNodesAreDownAnswersWhenTheyAreBack() throws IOException {
        for (int node = 0; node < 3; node++) {
            cluster.node(node).stop();
        }
        try (RedisSessionReader reader = RedisSessionReader.of(cluster.properties())) {
            assertThat(catchThrowableOfType(
                                    StoreException.class,
                                    () -> reader.session(ManyConversations.session(ManyConversations.ALL.get(0))
                                            .sessionId()))
                            .verdict())
                    .isEqualTo(StoreException.Verdict.RETRY);
            for (int node = 0; node < 3; node++) {
                cluster.node(node).startAgain();
            }

            Awaitility.await()
                    .ignoreExceptionsInstanceOf(StoreException.class)
                    .until(() -> reader.session(ManyConversations.session(ManyConversations.ALL.get(0))
                                    .sessionId())
                            .isEmpty());
        }
    }

    @Test
    void theWrongModeStopsTheTask() throws IOException {
        try (TestRedis single = TestRedis.start();
                RedisSinkStore asCluster =
                        new RedisSinkStore(single.settings(Map.of(EndpointConfig.MODE, "cluster")), () -> 0);
                RedisSinkStore asSingle = new RedisSinkStore(cluster.node(0).settings(Map.of()), () -> 0)) {
            assertThat(List.of(asCluster, asSingle))
                    .extracting(wrong -> catchThrowableOfType(
                                    StoreException.class, () -> wrong.write(ManyConversations.batch(1)))
                            .verdict())
                    .containsOnly(StoreException.Verdict.STOP);
        }
    }

    @Test
    void anEmptiedMasterIsFilledAgainFromTheBeginning() {
        writer.take(List.of(PARTITION));
        writer.positions();
        assertThat(writer.passed(Map.of(PARTITION, new OffsetRange(0, 100))).displaced())
                .isFalse();

        cluster.node(1).administer(Protocol.Command.FLUSHALL);

        assertThat(writer.passed(Map.of(PARTITION, new OffsetRange(100, 130))).displaced())
                .isTrue();
        assertThat(writer.positions()).isEqualTo(Map.of(PARTITION, 0L));
        assertThat(writer.passed(Map.of(PARTITION, new OffsetRange(0, 130))).displaced())
                .isFalse();
    }

    @Test
    void positionsMoveWithTheSlots() {
        writer.take(List.of(PARTITION));
        writer.positions();
        writer.passed(Map.of(PARTITION, new OffsetRange(0, 100)));

        cluster.beginMove(0, 0, 2);
        cluster.finishMove(0, 2);

        assertThat(writer.positions()).isEqualTo(Map.of(PARTITION, 100L));
    }

    private static int slot(Conversation conversation) {
        return JedisClusterCRC16.getSlot(RedisKeys.of(conversation).messages());
    }
}
