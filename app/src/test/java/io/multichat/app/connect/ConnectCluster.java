package io.multichat.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.connect.contents.Published;
import io.multichat.app.connect.contents.StoreRows;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.testing.TestBroker;
import io.multichat.jobs.client.KafkaAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A broker with the topics, a Redis, and a Connect worker that fills the three stores, each in its own folder. The worker is
 * not started yet.
 *
 * @param broker a broker in this process
 * @param redis the Redis that the Redis sink writes to
 * @param worker a worker in its own process
 * @param stores the stores that the connectors write
 */
public record ConnectCluster(TestBroker broker, DevRedis redis, ConnectProcess worker, SinkStores stores)
        implements AutoCloseable {
    /** Number of partitions of each topic. */
    public static final int PARTITIONS = 4;

    private static final String PARTITION_SETTING = "partitions=" + PARTITIONS;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public static ConnectCluster prepare(Path folder) throws Exception {
        TestBroker broker = TestBroker.start(folder.resolve("kafka"));
        DevRedis redis = DevRedis.start(folder.resolve("redis"), FreePort.find());
        Path archive = Files.createDirectory(folder.resolve("archive"));
        SinkStores stores = new SinkStores(redis.uri(), folder.resolve("sessions.db"), archive);
        ConnectProcess worker = ConnectProcess.in(folder, broker.bootstrapServers());
        ConnectCluster cluster = new ConnectCluster(broker, redis, worker, stores);
        broker.topics(PARTITION_SETTING).run().requireUsable();
        return cluster;
    }

    public KafkaAccess kafka() {
        return broker.kafka(PARTITION_SETTING);
    }

    /** Creates connectors and waits until they and their tasks are running. */
    public void create(List<Map<String, String>> connectors) {
        for (Map<String, String> connector : connectors) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> worker.rest().put(connector), answer -> !answer.isLater())
                    .requireOk();
        }
        awaitRunning();
    }

    /** Waits until the three connectors and their tasks are running. */
    public void awaitRunning() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> SinkStores.CONNECTORS.stream().allMatch(worker.rest()::isRunning));
    }

    /** Waits until each connector has committed everything in the topics. */
    public void awaitCaughtUp() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(SinkLag.of(kafka()).values()).containsOnly(0L));
    }

    /**
     * The differences of the stores and the dead-letter queue from the topics; empty when there are none.
     *
     * @param records number of records that the topics must hold
     */
    public List<String> differences(long records) throws Exception {
        Published published = Published.in(kafka());
        assertThat(published.records()).isEqualTo(records);
        return StoreRows.differences(
                published.expected(), StoreRows.in(stores.redis(), stores.sqlite(), stores.archive(), kafka()));
    }

    @Override
    public void close() {
        worker.close();
        redis.close();
        broker.close();
    }
}
