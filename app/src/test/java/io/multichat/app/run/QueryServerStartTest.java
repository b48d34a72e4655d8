package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.server.http.QueryServer;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tiers behind the HTTP server of {@code serve} and {@code dev}. */
class QueryServerStartTest {
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final long START = 1_769_850_000_000L;
    private static final SessionId ID = SessionId.of(START, GENERAL.key(), "m0");
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    @TempDir
    private Path folder;

    @Test
    void theArchiveAnswersIfNoFasterTierHasTheSession() throws Exception {
        Path archive = folder.resolve("archive");
        archive(archive);
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), archive);
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = server(stores).start(parts, 0);

            assertThat(get(server, "/v1/sessions/" + ID)).endsWith(",\"source\":\"archive\"}");
            assertThat(get(server, "/v1/sessions/" + ID + "/messages"))
                    .contains("\"text\":\"hello\"")
                    .endsWith(",\"source\":\"archive\"}");
        }
    }

    @Test
    void conflictingRedisSettingsAreReportedWithoutSecrets() {
        Stores stores = new Stores(
                Map.of("redis.uri", "redis://one,two", "redis.password", "geheim"),
                folder.resolve("sessions.db"),
                folder.resolve("archive"));
        try (ClosingStack parts = new ClosingStack()) {
            assertThatThrownBy(() -> server(stores).start(parts, 0))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("redis.mode")
                    .hasMessageNotContaining("geheim");
        }
    }

    @Test
    void redisIsNotContactedAtStart() {
        Stores stores = new Stores(
                Map.of(
                        "redis.uri", "rediss://one,two",
                        "redis.mode", "sentinel",
                        "redis.sentinel.master", "chat",
                        "redis.username", "reader",
                        "redis.password", "geheim"),
                folder.resolve("sessions.db"),
                folder.resolve("archive"));
        try (ClosingStack parts = new ClosingStack()) {
            assertThat(server(stores).start(parts, 0).uri().getPort()).isPositive();
        }
    }

    private static QueryServerStart server(Stores stores) {
        return new QueryServerStart(new StateAccess(), new Readiness(), stores, Settings.defaults());
    }

    private static String get(QueryServer server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Archives one message and its session through the sink's own task. */
    private static void archive(Path folder) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        Map<String, String> settings = Map.of("archive.dir", folder.toString(), "archive.commit.records", "1");
        SinkTask task = StartedTask.of(new ArchiveSinkConnector(), settings, context);
        task.open(SOURCES);
        List<SinkRecord> records = List.of(
                SinkRecords.transcript(
                        new SinkRecords.At(0, 0),
                        SinkRecords.message(GENERAL, "m0", START, "hello"),
                        SinkRecords.placed(START, 0)),
                SinkRecords.snapshot(new SinkRecords.At(0, 0), snapshot()));
        records.forEach(record -> task.put(List.of(record)));
        assertThat(context.paused).as("while the archive cannot be written").isEmpty();
        task.close(SOURCES);
        task.stop();
    }

    private static SessionSnapshot snapshot() {
        return new SessionSnapshot(
                ID,
                GENERAL,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(START, START),
                new SessionSnapshot.Counts(1, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m0",
                "m0",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }
}
