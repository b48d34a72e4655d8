package io.multichat.app.doctor;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataDirectoryCheck;
import io.multichat.app.data.DataLayout;
import io.multichat.app.watch.StoreRecordsCheck;
import io.multichat.app.watch.WatchedStore;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import io.multichat.jobs.doctor.BrokerClockCheck;
import io.multichat.jobs.doctor.DiskCheck;
import io.multichat.jobs.doctor.KafkaAccessCheck;
import io.multichat.jobs.doctor.LagCheck;
import io.multichat.jobs.doctor.ReplicationCheck;
import io.multichat.jobs.doctor.RetentionCheck;
import io.multichat.jobs.doctor.TopicsCheck;
import io.multichat.jobs.doctor.TransactionsCheck;
import io.multichat.jobs.topics.TopicSetup;
import io.multichat.reading.diagnosis.Check;
import io.multichat.sinks.archive.read.ArchiveFileCheck;
import io.multichat.sinks.archive.read.ArchiveHashCheck;
import io.multichat.sinks.redis.read.RedisServerCheck;
import io.multichat.sinks.sqlite.read.SqliteFileCheck;
import io.multichat.sinks.sqlite.read.SqliteIntegrityCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * The checks of a deployment's topics and stores.
 *
 * @param stores where the stores are, and the cluster if it can be asked
 * @param layout the data directory, which need not exist
 */
public record DeploymentChecks(AuditedStores stores, DataLayout layout) {
    /**
     * The checks of a cluster, most fundamental first; none without a cluster, and only one if it does not answer.
     *
     * @param topics the topics that it should have
     * @param maxLag the number of unread records from which on a reader is a finding
     */
    public List<Check> ofKafka(TopicSetup topics, long maxLag) {
        Optional<KafkaAccess> cluster = stores.kafka();
        if (cluster.isEmpty()) {
            return List.of();
        }
        KafkaAccess kafka = cluster.get();
        try (Admin admin = kafka.admin()) {
            kafka.answer(admin.describeCluster().clusterId());
        } catch (KafkaUnavailableException e) {
            return List.of(new UnreachableCheck("kafka", e.getMessage(), "Start the brokers, or correct the address."));
        }
        List<WatchedStore> durable =
                List.of(WatchedStore.sqlite(stores.sqlite()), WatchedStore.archive(stores.archive()));
        return List.of(
                new TransactionsCheck(kafka),
                new TopicsCheck(topics),
                new ReplicationCheck(kafka),
                new RetentionCheck(kafka),
                new LagCheck(kafka, maxLag),
                new StoreRecordsCheck(kafka, durable, layout.lackedRanges()),
                new BrokerClockCheck(kafka),
                new KafkaAccessCheck(kafka));
    }

    /** The checks of the stores that do not read their content. */
    public List<Check> ofStores() {
        List<Check> checks = new ArrayList<>(ofStores(stores.redis(), List.of(layout.root())));
        checks.add(new SqliteFileCheck(stores.sqlite()));
        checks.add(new ArchiveFileCheck(stores.archive()));
        checks.add(new DataDirectoryCheck(layout));
        return checks;
    }

    /** The checks that read all content of the stores, which takes as long as reading their files. */
    public List<Check> ofContent() {
        return List.of(new SqliteIntegrityCheck(stores.sqlite()), new ArchiveHashCheck(stores.archive()));
    }

    /**
     * The checks of a Redis and of disks.
     *
     * @param redis the settings of Redis; empty if there is none
     * @param folders on the disks
     */
    public static List<Check> ofStores(Map<String, String> redis, List<Path> folders) {
        List<Check> checks = new ArrayList<>();
        if (!redis.isEmpty()) {
            checks.add(new RedisServerCheck(redis));
        }
        folders.forEach(folder -> checks.add(new DiskCheck(folder)));
        return checks;
    }
}
