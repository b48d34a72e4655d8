package io.multichat.app.audit;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Two sessions of one conversation, written to an archive, a SQLite file and a Redis by their own sinks. */
public final class AuditedChat implements AutoCloseable {
    static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    static final long START = 1_769_850_000_000L;
    static final long MINUTE = 60_000;

    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    final Path folder;
    public final Path sqlite;
    public final Path archive;
    public final DevRedis redis;
    private final List<SinkRecord> records = new ArrayList<>();

    public AuditedChat(Path folder) {
        this.folder = folder;
        sqlite = folder.resolve("sessions.db");
        archive = folder.resolve("archive");
        redis = DevRedis.start(folder.resolve("redis"), FreePort.find());
        message("m0", START);
        message("m1", START + MINUTE);
        message("m2", START + 60 * MINUTE);
        event("message.edited", "m1", "\"editedAt\":\"2026-02-01T00:00:00Z\",\"text\":\"better\"", START + MINUTE);
        event(
                "reaction.added",
                "m1",
                "\"sender\":{\"id\":\"bob\"},\"emoji\":\"+1\",\n\"sentAt\":\"2026-02-01T00:00:00Z\"",
                START + 2 * MINUTE);
        session(START, START + MINUTE, 2);
        session(START + 60 * MINUTE, START + 60 * MINUTE, 1);
    }

    public Map<String, String> redisSettings() {
        return Map.of("name", "r", "redis.uri", redis.uri().toString());
    }

    void message(String id, long sentAt) {
        records.add(SinkRecords.transcript(
                new SinkRecords.At(0, records.size()),
                SinkRecords.message(LOUNGE, id, sentAt, "text of " + id),
                SinkRecords.placed(sentAt, records.size())));
    }

    void session(long from, long to, long messages) {
        records.add(SinkRecords.snapshot(
                new SinkRecords.At(0, records.size()),
                new SessionSnapshot(
                        SessionId.of(from, LOUNGE.hash()),
                        LOUNGE,
                        SessionStatus.closed(to + 30 * MINUTE, SessionStatus.ClosedBy.IDLE),
                        new SessionSnapshot.Span(from, to),
                        new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                        "first",
                        "last",
                        Duration.ofMinutes(30),
                        new SessionSnapshot.Version(0, records.size()))));
    }

    /** Writes everything to all three stores. */
    public AuditedChat written() {
        write(new SqliteSinkConnector(), Map.of("name", "s", "sqlite.file", sqlite.toString()));
        write(
                new ArchiveSinkConnector(),
                Map.of("name", "a", "archive.dir", archive.toString(), "archive.commit.records", "1"));
        write(new RedisSinkConnector(), redisSettings());
        return this;
    }

    VerifyReport verified() {
        AuditedStores stores = new AuditedStores(Optional.empty(), archive, sqlite, redisSettings());
        return new VerifyRun(stores.audits(), folder, Duration.ZERO).run();
    }

    @Override
    public void close() {
        redis.close();
    }

    private void event(String type, String id, String fields, long placed) {
        byte[] value = ("{\"type\":\"" + type + "\",\"platform\":\"irc\",\"channel\":\"#lounge\",\"messageId\":\"" + id
                        + "\"," + fields + "}")
                .getBytes(StandardCharsets.UTF_8);
        ChatEvent event = new EventDecoder().decode(value);
        records.add(SinkRecords.transcript(
                new SinkRecords.At(0, records.size()),
                LOUNGE,
                value,
                new Placement(Optional.empty(), placed, records.size(), event.type())));
    }

    private void write(SinkConnector connector, Map<String, String> settings) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        SinkTask task = StartedTask.of(connector, settings, context);
        task.open(SOURCES);
        records.forEach(record -> task.put(List.of(record)));
        task.put(List.of());
        task.close(SOURCES);
        task.stop();
    }
}
