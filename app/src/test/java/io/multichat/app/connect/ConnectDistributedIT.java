package io.multichat.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.connect.contents.Published;
import io.multichat.app.connect.contents.StoreRows;
import io.multichat.app.connect.traffic.TrafficPublisher;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sinks in a worker that knows nothing of Multichat but its plugin folders. */
class ConnectDistributedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = 20261121;

    @TempDir
    private static Path folder;

    private static ConnectCluster cluster;

    @BeforeAll
    static void startWorker() throws Exception {
        cluster = ConnectCluster.prepare(folder);
        cluster.worker().start();
        cluster.worker().awaitReady();
        cluster.create(cluster.stores().connectors());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void fillsEachStoreWithWhatWasCommittedAndReportsWhatNobodyCanWrite() throws Exception {
        try (TrafficPublisher publisher = new TrafficPublisher(cluster.kafka(), SEED, ConnectCluster.PARTITIONS)) {
            while (publisher.committed() < 8_000) {
                publisher.transaction(800);
            }
            publisher.end();
            assertThat(publisher.aborted()).isPositive();
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SinkLag.of(cluster.kafka()).values()).containsOnly(0L));
        Published published = Published.in(cluster.kafka());
        assertThat(StoreRows.differences(published.expected(), StoreRows.in(cluster.stores(), cluster.kafka())))
                .isEmpty();
    }
}
