package io.multichat.app.refill;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.refill.RefillProgress;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Stores in a folder, written by the tasks of their own sinks, lost, and refilled.
 *
 * @param folder the data directory
 */
record LostStores(Path folder) {
    static final TopicPartition TRANSCRIPT = new TopicPartition(Topics.TRANSCRIPT, 0);
    private static final TopicPartition SESSIONS = new TopicPartition(Topics.SESSIONS, 0);

    Path sqlite() {
        return folder.resolve("sessions.db");
    }

    Path archive() {
        return folder.resolve("archive");
    }

    void archived(List<SinkRecord> records) {
        Map<String, String> settings =
                Map.of("name", "a", "archive.dir", archive().toString(), "archive.commit.records", "1");
        written(new ArchiveSinkConnector(), settings, records);
    }

    /** Writes to SQLite. Returns the offset from which the sink wanted to read the transcript. */
    long stored(List<SinkRecord> records) {
        return written(
                new SqliteSinkConnector(),
                Map.of("name", "multichat-sqlite", "sqlite.file", sqlite().toString()),
                records);
    }

    static void cached(Map<String, String> redis, List<SinkRecord> records) {
        written(new RedisSinkConnector(), redis, records);
    }

    void loseSqlite() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("sessions.db" + suffix));
        }
    }

    FilledAnswer refilledSqlite() {
        return refilledSqlite(archive(), entries -> {});
    }

    /** @param original the archive of which the one in the folder is a copy, or the same one */
    FilledAnswer refilledSqlite(Path original, RefillProgress progress) {
        return new SqliteRefill(new DataLayout(folder), new ArchiveAccess(archive()), original, sqlite())
                .run(TestBroker.settings("sqlite.busy.timeout=10ms"), "multichat-sqlite", progress);
    }

    VerifyReport verified(Map<String, String> redis) {
        AuditedStores stores = new AuditedStores(Optional.empty(), archive(), sqlite(), redis);
        return new VerifyRun(stores.audits(), folder, Duration.ZERO).run();
    }

    private static long written(SinkConnector connector, Map<String, String> settings, List<SinkRecord> records) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        SinkTask task = StartedTask.of(connector, settings, context);
        Set<TopicPartition> sources = Set.of(TRANSCRIPT, SESSIONS);
        task.open(sources);
        long from = context.rewinds.get(TRANSCRIPT);
        records.forEach(record -> task.put(List.of(record)));
        task.put(List.of());
        task.close(sources);
        task.stop();
        return from;
    }
}
