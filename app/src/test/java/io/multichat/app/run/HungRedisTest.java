package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A Redis that accepts connections but does not answer, because its process is stopped. */
class HungRedisTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private RedisServer redis;
    private long process;
    private int port;

    @BeforeEach
    void startRedis() throws IOException {
        port = FreePort.find();
        redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        try (UnifiedJedis client =
                RedisClient.builder().hostAndPort("127.0.0.1", port).build()) {
            process = client.info("server")
                    .lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @AfterEach
    void stopRedis() throws Exception {
        signal("CONT");
        redis.stop();
    }

    @Test
    void isPassedOverThenSkippedAndAskedAgainWhenItAnswers() throws Exception {
        ArchivedChat.write(folder.resolve("archive"));
        Stores stores = new Stores(
                Map.of("redis.uri", "redis://127.0.0.1:" + port),
                folder.resolve("sessions.db"),
                folder.resolve("archive"));
        try (ClosingStack parts = new ClosingStack()) {
            URI server = server(stores).start(parts, 0).uri();
            String messages = "/v1/sessions/" + ArchivedChat.ID + "/messages";
            assertThat(get(server, "/readyz").path("tiers").path("redis").asText())
                    .isEqualTo("up");

            signal("STOP");
            assertIsPassedOver(get(server, messages), "redis did not answer within");
            assertIsPassedOver(get(server, messages), "redis did not answer a moment ago and is skipped");
            JsonNode health = get(server, "/readyz");
            assertThat(health.path("tiers").path("redis").asText()).isEqualTo("down");
            assertThat(health.path("reasons").toString()).contains("redis: redis did not answer");

            signal("CONT");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> get(server, "/readyz")
                            .path("tiers")
                            .path("redis")
                            .asText()
                            .equals("up"));
        }
    }

    private static void assertIsPassedOver(JsonNode answer, String why) {
        assertThat(answer.path("source").asText()).isEqualTo("archive");
        assertThat(answer.at("/skippedReasons/redis").asText()).contains(why);
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static QueryServerStart server(Stores stores) {
        return new QueryServerStart(
                LateParts.create(new ClosingStack(), Settings.defaults()),
                new Readiness(),
                stores,
                Settings.defaults());
    }

    private static JsonNode get(URI server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path)).build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }
}
