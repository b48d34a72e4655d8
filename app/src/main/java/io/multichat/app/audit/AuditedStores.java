package io.multichat.app.audit;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.verify.TranscriptAudit;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.backup.StoreBackup;
import io.multichat.sinks.archive.read.ArchiveAudit;
import io.multichat.sinks.archive.read.ArchiveBackup;
import io.multichat.sinks.redis.read.RedisAudit;
import io.multichat.sinks.sqlite.read.SqliteAudit;
import io.multichat.sinks.sqlite.read.SqliteBackup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the stores are.
 *
 * @param kafka the cluster with the transcript topic; empty if it is not to be read
 * @param archive the archive's folder
 * @param sqlite the path in {@code sqlite.file}
 * @param redis the settings of Redis; empty if there is none to be read
 */
public record AuditedStores(Optional<KafkaAccess> kafka, Path archive, Path sqlite, Map<String, String> redis) {
    /** The audits of all stores that exist, the most trustworthy first. */
    public List<StoreAudit> audits() {
        List<StoreAudit> audits = new ArrayList<>();
        kafka.ifPresent(cluster -> audits.add(new TranscriptAudit(cluster)));
        if (Files.isDirectory(archive)) {
            audits.add(new ArchiveAudit(archive));
        }
        audits.add(new SqliteAudit(sqlite));
        if (!redis.isEmpty()) {
            audits.add(new RedisAudit(redis));
        }
        return audits;
    }

    /** The same stores without the transcript topic. */
    public AuditedStores withoutTopics() {
        return new AuditedStores(Optional.empty(), archive, sqlite, redis);
    }

    /** The backups of the stores that keep everything. */
    public List<StoreBackup> backups() {
        return List.of(new SqliteBackup(sqlite), new ArchiveBackup(archive));
    }

    /** What {@link #audits()} leaves out because it does not exist. */
    public Optional<String> missing() {
        return Files.isDirectory(archive)
                ? Optional.empty()
                : Optional.of("there is no archive at " + archive + "; it is not compared");
    }

    /** Without the settings of Redis, which may be secret. */
    @Override
    public String toString() {
        return "AuditedStores[archive=" + archive + ", sqlite=" + sqlite + "]";
    }
}
