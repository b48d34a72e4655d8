package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.server.http.QueryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tiers behind the HTTP server of {@code serve} and {@code dev}. */
class QueryServerStartTest {
    @TempDir
    private Path folder;

    @Test
    void theArchiveAnswersIfNoFasterTierHasTheSession() throws Exception {
        Path archive = folder.resolve("archive");
        ArchivedChat.write(archive);
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), archive);
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = server(stores).start(parts, 0);

            assertThat(get(server, "/v1/sessions/" + ArchivedChat.ID))
                    .endsWith(",\"source\":\"archive\",\"skipped\":[\"state\"],"
                            + "\"skippedReasons\":{\"state\":\"the topology is starting\"}}");
            assertThat(get(server, "/v1/sessions/" + ArchivedChat.ID + "/messages"))
                    .contains("\"text\":\"hello\"")
                    .endsWith(",\"source\":\"archive\"}");
        }
    }

    @Test
    void aMissingFileOfTheArchiveIsNamedAndNoClientIsAskedToRetry() throws Exception {
        Path archive = folder.resolve("archive");
        ArchivedChat.write(archive);
        try (Stream<Path> files = Files.walk(archive.resolve("transcript"))) {
            Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = server(new Stores(Map.of(), folder.resolve("sessions.db"), archive))
                    .start(parts, 0);

            HttpResponse<String> answer = answer(server, "/v1/sessions/" + ArchivedChat.ID + "/messages");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
            assertThat(answer.body()).contains("is missing", "restore the file from a backup");
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
        return new QueryServerStart(
                LateParts.create(new ClosingStack(), Settings.defaults()),
                new Readiness(),
                stores,
                Settings.defaults());
    }

    private static String get(QueryServer server, String path) throws Exception {
        return answer(server, path).body();
    }

    private static HttpResponse<String> answer(QueryServer server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
