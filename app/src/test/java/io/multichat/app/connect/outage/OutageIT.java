package io.multichat.app.connect.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.connect.ConnectCluster;
import io.multichat.app.connect.SinkLag;
import io.multichat.app.connect.SinkStores;
import io.multichat.app.connect.StoreMarks;
import io.multichat.app.connect.traffic.SteadyTraffic;
import io.multichat.sinks.core.testing.SmallDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * One store cannot be written for a while as records flow. Run it with {@code mvn verify -Poutages};
 * {@code -Doutage.redis.seconds}, {@code -Doutage.sqlite.seconds} and {@code -Doutage.archive.seconds} are optional.
 */
class OutageIT {
    private static final long SEED = Long.getLong("outage.seed", 20261121);
    /** Gives 2,000 records per second, with about 400 records between two pauses. */
    private static final long PAUSE_MS = 200;

    private static final int DISK_MIB = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private ConnectCluster cluster;
    private SteadyTraffic traffic;

    @BeforeEach
    void startTraffic() throws Exception {
        cluster = ConnectCluster.prepare(folder);
        cluster.worker().start();
        cluster.worker().awaitReady();
        traffic = SteadyTraffic.start(cluster.kafka(), SEED, ConnectCluster.PARTITIONS, PAUSE_MS);
    }

    @AfterEach
    void stop() {
        traffic.close();
        cluster.close();
    }

    @Test
    void redisIsStoppedAndStartedAgain() throws Exception {
        try (RedisAway redis = new RedisAway(cluster.redis(), folder.resolve("redis"))) {
            requireHealing("redis", redis, Integer.getInteger("outage.redis.seconds", 60));
        }
    }

    @Test
    void anotherProcessLocksTheDatabase() throws Exception {
        FileLocked locked = new FileLocked(cluster.stores().sqlite());
        requireHealing("sqlite", locked, Integer.getInteger("outage.sqlite.seconds", 30));
    }

    @Test
    void theArchivesDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(cluster.stores().archive(), DISK_MIB)) {
            requireHealing("archive", new DiskFull(disk), Integer.getInteger("outage.archive.seconds", 30));
        }
    }

    @Test
    void redisIsEmptied() throws Exception {
        awaitFlow();

        try (Jedis redis = new Jedis(cluster.stores().redis())) {
            redis.flushAll();
        }

        assertThat(cluster.worker().endsWithin(Duration.ofSeconds(5))).isFalse();
        traffic.allow(0);
        long published = traffic.end();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(cluster.differences(published)).isEmpty());
    }

    /** Creates the connectors. Returns when each has written some of the records published from now on. */
    private void awaitFlow() {
        StoreMarks marks = new StoreMarks(cluster.stores());
        Map<String, String> empty = StoreMarks.ALL.stream().collect(Collectors.toMap(Function.identity(), marks::of));
        cluster.create(cluster.stores().connectors());
        traffic.allow(Long.MAX_VALUE);
        await().atMost(PATIENCE)
                .until(() -> empty.entrySet().stream()
                        .noneMatch(mark -> marks.of(mark.getKey()).equals(mark.getValue())));
    }

    private void requireHealing(String store, Outage outage, int seconds) throws Exception {
        // Given
        awaitFlow();
        int logged = cluster.worker().log().length();

        // When
        outage.begin();
        assertThat(cluster.worker().endsWithin(Duration.ofSeconds(seconds))).isFalse();
        Map<String, Long> lag = SinkLag.of(cluster.kafka());
        outage.end();

        // Then
        long healing = System.nanoTime();
        traffic.allow(0);
        long published = traffic.end();
        cluster.awaitCaughtUp();
        long healedMs = (System.nanoTime() - healing) / 1_000_000;
        String log = cluster.worker().log().substring(logged);
        System.out.printf(
                "Outage: %s away for %d s; lag at its end %s; caught up %,d ms later; %,d records in all; the log says:%n%s",
                store, seconds, lag, healedMs, published, log);
        assertThat(cluster.differences(published)).isEmpty();
        requireOthersWentOn("multichat-" + store, lag);
        requireClearLog("multichat-" + store, log, seconds);
        cluster.awaitRunning();
    }

    /** The other sinks had no failures and kept up; the lag of the store that was down shows how much was published. */
    private void requireOthersWentOn(String connector, Map<String, Long> lag) {
        Map<String, Object> metrics = cluster.worker().metrics().of("kafka.connect:type=plugins,*");
        for (String other : SinkStores.CONNECTORS) {
            Object failures = metrics.entrySet().stream()
                    .filter(metric -> metric.getKey().contains("connector=" + other + ",")
                            && metric.getKey().endsWith(" store-failures-total"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            if (other.equals(connector)) {
                assertThat((double) failures).as("failures of " + other).isPositive();
            } else {
                assertThat(lag.get(other)).as("lag of " + other).isLessThan(lag.get(connector) / 3);
                assertThat((double) failures).as("failures of " + other).isZero();
            }
        }
    }

    /**
     * The log has one line for a failed attempt, one for the recovery of the store, and none from the tasks of other sinks.
     */
    private static void requireClearLog(String connector, String log, int seconds) {
        List<String> lines =
                log.lines().filter(line -> line.contains("] io.multichat.")).toList();
        assertThat(lines)
                .hasSizeBetween(2, 2 + seconds)
                .allMatch(line -> line.contains("[task-thread-" + connector + "-0]"))
                .anyMatch(line -> line.contains("from the last committed position"))
                .anyMatch(line -> line.contains("accepts records again"));
        assertThat(log).doesNotContain("ERROR");
    }
}
