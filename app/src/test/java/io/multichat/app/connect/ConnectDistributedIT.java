package io.multichat.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.connect.traffic.TrafficPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sinks in a worker that has nothing of Multichat but its plugin folders. */
class ConnectDistributedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long RECORDS = 8_000;

    @TempDir
    private static Path folder;

    private static ConnectCluster cluster;
    /** Number of records in the topics. */
    private static long published;

    @BeforeAll
    static void createConnectors() throws Exception {
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
    void fillEachStoreWithCommittedRecordsAndReportUnwritableOnes() throws Exception {
        publish(1);

        cluster.awaitCaughtUp();

        assertThat(cluster.differences(published)).isEmpty();
        assertThat(SinkStores.CONNECTORS)
                .allSatisfy(connector -> assertThat(written(connector)).isPositive());
    }

    @Test
    void readEverythingAgainWhenTheirOffsetsAreReset() throws Exception {
        publish(2);
        cluster.awaitCaughtUp();
        List<String> connectors = List.of("multichat-redis", "multichat-sqlite");
        RestInterface rest = cluster.worker().rest();
        connectors.forEach(connector -> rest.ask("PUT", connector, "/stop").requireOk());

        for (String connector : connectors) {
            await().atMost(PATIENCE)
                    .until(() -> rest.ask("DELETE", connector, "/offsets").status(), status -> status == 200);
            rest.ask("PUT", connector, "/resume").requireOk();
        }

        // Poison is reported instead of written.
        await().atMost(PATIENCE).until(() -> connectors.stream().allMatch(name -> written(name) > published * 0.95));
        assertThat(cluster.differences(published)).isEmpty();
    }

    private static void publish(long seed) throws Exception {
        try (TrafficPublisher publisher = new TrafficPublisher(cluster.kafka(), seed, ConnectCluster.PARTITIONS)) {
            while (publisher.committed() < RECORDS || publisher.aborted() == 0) {
                publisher.transaction(800);
            }
            publisher.end();
            published += publisher.committed();
        }
    }

    /**
     * Number of records that the connector's task has written since it started, from its metrics; 0 when there is no task.
     */
    private static double written(String connector) {
        return cluster
                .worker()
                .metrics()
                .of("kafka.connect:type=plugins,connector=" + connector + ",*")
                .entrySet()
                .stream()
                .filter(metric -> metric.getKey().endsWith(" records-written-total"))
                .mapToDouble(metric -> (double) metric.getValue())
                .sum();
    }
}
