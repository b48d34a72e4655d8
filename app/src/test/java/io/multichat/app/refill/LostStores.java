package io.multichat.app.refill;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
    static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    static final long START = 1_769_850_000_000L;
    static final TopicPartition TRANSCRIPT = new TopicPartition(Topics.TRANSCRIPT, 0);
    private static final TopicPartition SESSIONS = new TopicPartition(Topics.SESSIONS, 0);
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** The message of a day. */
    static SinkRecord message(long offset) {
        long sentAt = START + offset * DAY;
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                SinkRecords.message(LOUNGE, "m" + offset, sentAt, "text of m" + offset),
                SinkRecords.placed(sentAt, offset));
    }

    /** The session of that message. */
    static SinkRecord session(long offset) {
        return SinkRecords.snapshot(new SinkRecords.At(0, offset), snapshot(offset));
    }

    static SessionSnapshot snapshot(long offset) {
        long sentAt = START + offset * DAY;
        return new SessionSnapshot(
                SessionId.of(sentAt, LOUNGE.hash()),
                LOUNGE,
                SessionStatus.closed(sentAt + 1_800_000, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(sentAt, sentAt),
                new SessionSnapshot.Counts(1, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m" + offset,
                "m" + offset,
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, offset));
    }

    /** The messages of these days, then their sessions. */
    static List<SinkRecord> chat(long from, long to) {
        return Stream.concat(
                        LongStream.range(from, to).mapToObj(LostStores::message),
                        LongStream.range(from, to).mapToObj(LostStores::session))
                .toList();
    }

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
        return new SqliteRefill(new DataLayout(folder), new ArchiveAccess(archive()), sqlite())
                .run(TestBroker.settings(), "multichat-sqlite", entries -> {});
    }

    VerifyReport verified(Map<String, String> redis) {
        AuditedStores stores = new AuditedStores(Optional.empty(), archive(), sqlite(), redis);
        return new VerifyRun(stores.audits(), folder).run();
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
