package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.BrokenStore;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.ServerKeys;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The metrics of the server as Prometheus reads them. */
class MetricsTest {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost";

    @Test
    void requestsAreCountedByRouteAndNotByPath() throws Exception {
        try (RunningServer server = open()) {
            for (int i = 0; i < 3; i++) {
                server.get("/v1/sessions/" + StoredChat.ID);
                server.raw("GET /stranger" + i + HOST);
                server.raw("STRANGE" + i + " /livez" + HOST);
            }
            String metrics = scraped(server);

            assertThat(metrics)
                    .contains(
                            "multichat_http_requests_total{method=\"GET\",route=\"/v1/sessions/{id}\",status=\"503\"} 3.0",
                            "multichat_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 3.0",
                            "multichat_http_request_duration_seconds_count{route=\"/v1/sessions/{id}\"} 3",
                            "multichat_http_request_duration_seconds_bucket{route=\"none\",le=\"1.0\"}",
                            "multichat_live_clients 0.0",
                            "jvm_memory_used_bytes")
                    .doesNotContain("stranger", "STRANGE", StoredChat.ID.toString());
        }
    }

    @Test
    void tiersAreCountedByOutcome() throws Exception {
        try (RunningServer server = open()) {
            server.get("/v1/sessions/" + StoredChat.ID);

            assertThat(scraped(server))
                    .contains(
                            "multichat_tier_calls_total{outcome=\"answered\",tier=\"state\"} 1.0",
                            "multichat_tier_calls_total{outcome=\"failed\",tier=\"redis\"} 1.0",
                            "multichat_tier_calls_total{outcome=\"skipped\",tier=\"redis\"} 0.0");
        }
    }

    @Test
    void theyNeedTheScopeReadOrAHostHeaderThatNamesThisMachine() throws Exception {
        try (RunningServer server =
                new RunningServer(ServerKeys.onePerScope(), id -> Optional.empty(), List.of(new BrokenStore()))) {
            assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(server.get("/metrics", "X-API-Key", "write").statusCode())
                    .isEqualTo(403);
            HttpResponse<byte[]> answer = server.get("/metrics", "X-API-Key", "read");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
        }
        try (RunningServer server = open()) {
            assertThat(server.raw("GET /metrics HTTP/1.1\r\nHost: evil.example"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    private static RunningServer open() {
        return new RunningServer(RunningServer.OPEN, id -> Optional.empty(), List.of(new BrokenStore()));
    }

    private static String scraped(RunningServer server) throws Exception {
        return new String(server.get("/metrics").body(), StandardCharsets.UTF_8);
    }
}
