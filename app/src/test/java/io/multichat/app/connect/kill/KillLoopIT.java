package io.multichat.app.connect.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.connect.ConnectCluster;
import io.multichat.app.connect.traffic.SteadyTraffic;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a Connect worker with {@code kill -9} again and again while records flow through it, some of which delete sessions and erase
 * people, and compares each store with the topics afterwards: what was erased is in none of them, and all the rest is. Takes a quarter of an hour. Run it with {@code mvn verify -Pkill-loop}; {@code -Dkill.seed},
 * {@code -Dkill.records} and {@code -Dkill.times} are optional. The same seed gives the same records and the same plan of
 * kills.
 */
class KillLoopIT {
    private static final long SEED = Long.getLong("kill.seed", System.currentTimeMillis());
    private static final long RECORDS = Long.getLong("kill.records", 500_000);
    private static final int TIMES = Integer.getInteger("kill.times", 50);
    private static final long PAUSE_MS = 20;

    @TempDir
    private Path folder;

    @Test
    void leavesEachStoreConsistentWithTheTopics() throws Exception {
        say("seed %d, %,d records, %d kills", SEED, RECORDS, TIMES);
        try (ConnectCluster cluster = ConnectCluster.prepare(folder);
                SteadyTraffic traffic =
                        SteadyTraffic.start(cluster.kafka(), SEED, ConnectCluster.PARTITIONS, PAUSE_MS)) {
            // Given
            cluster.worker().start();
            cluster.worker().awaitReady();
            cluster.create(cluster.stores().connectors());
            cluster.worker().kill();

            // When
            KillRounds rounds = new KillRounds(cluster, traffic);
            rounds.run(new Random(SEED), TIMES, RECORDS);
            say("kills by state: %s", rounds.tally());

            // Then
            cluster.worker().start();
            traffic.allow(RECORDS);
            long published = traffic.end();
            say("%,d records committed, %,d aborted", published, traffic.aborted());
            cluster.awaitCaughtUp();
            cluster.worker().close();
            assertThat(published).isGreaterThanOrEqualTo(RECORDS);
            assertThat(cluster.differences(published)).isEmpty();
        }
    }

    private static void say(String format, Object... arguments) {
        System.out.println("Kill loop: " + String.format(format, arguments));
    }
}
