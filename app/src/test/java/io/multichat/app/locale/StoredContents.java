package io.multichat.app.locale;

import io.multichat.app.command.CommandRun;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import redis.clients.jedis.RedisClient;

/** Writes the same chat to the three stores, merges and exports the archive, and lists what the stores then hold. */
final class StoredContents {
    static final String RESULT = "result.txt";

    private static final Pattern WRITER = Pattern.compile("[0-9a-f]{32}");
    private static final int MESSAGES = 30;
    private static final long START = 1_769_850_000_000L;
    private static final Conversation LOUNGE = Conversation.of("IRC", "#TITI ıİ ١٢");
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private StoredContents() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (!Locale.getDefault().toLanguageTag().equals(arguments[1])) {
            throw new IllegalStateException(
                    "the locale is " + Locale.getDefault().toLanguageTag());
        }
        Path archive = folder.resolve("archive");
        Path database = folder.resolve("sessions.db");
        StringBuilder result = new StringBuilder();
        write(new SqliteSinkConnector(), Map.of("name", "s", "sqlite.file", database.toString()));
        write(
                new ArchiveSinkConnector(),
                Map.of("name", "a", "archive.dir", archive.toString(), "archive.commit.records", "1"));
        try (DevRedis redis = DevRedis.start(folder.resolve("redis"), FreePort.find())) {
            write(
                    new RedisSinkConnector(),
                    Map.of("name", "r", "redis.uri", redis.uri().toString()));
            appendRedis(result, redis);
        }
        Database.append(result, database);
        appendFiles(result, archive);
        result.append(command("archive", "compact", "--archive", archive.toString(), "--grace", "1h", "--json"));
        Path export = folder.resolve("export.jsonl");
        result.append(command(
                "export",
                "--archive",
                archive.toString(),
                "--format",
                "jsonl",
                "--output",
                export.toString(),
                "--json"));
        result.append(Files.readString(export));
        Files.writeString(folder.resolve(RESULT), result.toString());
    }

    private static void write(SinkConnector connector, Map<String, String> settings) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        SinkTask task = StartedTask.of(connector, settings, context);
        task.open(SOURCES);
        records().forEach(record -> task.put(List.of(record)));
        task.close(SOURCES);
        task.stop();
    }

    private static List<SinkRecord> records() {
        List<SinkRecord> records = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            records.add(SinkRecords.transcript(
                    new SinkRecords.At(0, i),
                    SinkRecords.message(LOUNGE, "m" + i, START + i, "TITLE " + i),
                    SinkRecords.placed(START + i, i)));
        }
        records.add(SinkRecords.snapshot(
                new SinkRecords.At(0, 0),
                new SessionSnapshot(
                        SessionId.of(START, LOUNGE.hash()),
                        LOUNGE,
                        SessionStatus.OPEN,
                        new SessionSnapshot.Span(START, START + MESSAGES - 1),
                        new SessionSnapshot.Counts(MESSAGES, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                        "m0",
                        "m" + (MESSAGES - 1),
                        Duration.ofMinutes(30),
                        new SessionSnapshot.Version(0, 1))));
        return records;
    }

    private static void appendRedis(StringBuilder result, DevRedis redis) {
        try (RedisClient client = RedisClient.create(redis.uri())) {
            for (String key : new TreeSet<>(client.keys("*"))) {
                result.append(key).append(' ').append(client.type(key)).append('\n');
                if (key.endsWith(":bodies") || key.endsWith(":sessions")) {
                    result.append(client.hgetAll(key).entrySet().stream()
                            .map(Map.Entry::toString)
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n")));
                }
            }
        }
    }

    /** The names only, without the random name of each writer: a manifest also says when it was written. */
    private static void appendFiles(StringBuilder result, Path archive) throws Exception {
        try (Stream<Path> files = Files.walk(archive)) {
            files.map(file ->
                            WRITER.matcher(archive.relativize(file).toString()).replaceAll("writer"))
                    .sorted()
                    .forEach(name -> result.append(name).append('\n'));
        }
    }

    private static String command(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int exitCode = new CommandRun(writer, writer, Map.of()).execute(arguments);
        return "exit code " + exitCode + "\n" + out;
    }
}
