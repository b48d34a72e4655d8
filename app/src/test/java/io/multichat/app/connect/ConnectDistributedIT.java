package io.multichat.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.connect.traffic.TrafficPublisher;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sinks in a worker that knows nothing of Multichat but its plugin folders. */
class ConnectDistributedIT {
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
            while (publisher.committed() < 8_000 || publisher.aborted() == 0) {
                publisher.transaction(800);
            }
            publisher.end();
            cluster.awaitCaughtUp();
            assertThat(cluster.differences(publisher.committed())).isEmpty();
        }
    }
}
