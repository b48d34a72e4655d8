package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.reading.search.MessageSearch;
import io.multichat.server.live.LiveHub;
import io.multichat.server.testing.MemoryDeadLetters;
import io.multichat.server.testing.MemoryErasures;
import io.multichat.server.testing.MemoryPublisher;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StartingTopology;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void whatStoresLackIsNamedByAProcessThatIsReady() throws Exception {
        HttpResponse<String> answer = ask(List.of(), List.of("sqlite lacks records"));

        JsonNode body = new JsonMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.path("status").asText()).isEqualTo("ready");
        assertThat(body.path("incomplete").path(0).asText()).isEqualTo("sqlite lacks records");
    }

    @Test
    void reasonsAndWhatStoresLackAreNamedTogether() throws Exception {
        HttpResponse<String> answer = ask(List.of("starting"), List.of("archive lacks records"));

        JsonNode body = new JsonMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(body.path("reasons").path(0).asText()).isEqualTo("starting");
        assertThat(body.path("incomplete").path(0).asText()).isEqualTo("archive lacks records");
    }

    @Test
    void aProcessWithoutProblemsNamesNone() throws Exception {
        assertThat(ask(List.of(), List.of()).body())
                .isEqualTo("{\"status\":\"ready\",\"tiers\":{\"state\":\"up\"},\"reasons\":[]}");
    }

    private static HttpResponse<String> ask(List<String> obstacles, List<String> incomplete)
            throws IOException, InterruptedException {
        Health health = new Health() {
            @Override
            public List<String> get() {
                return obstacles;
            }

            @Override
            public List<String> incomplete() {
                return incomplete;
            }
        };
        MessageSearch search = new SqliteSearch(Path.of("missing.db"));
        StoreChain none = new StoreChain(List.of(), Optional.empty());
        QueryServer.Answerers answerers = new QueryServer.Answerers(
                Tiers.of(id -> Optional.empty(), none, () -> false),
                new SearchTier("sqlite", search),
                new MemoryPublisher(),
                new LiveHub(() -> {}),
                new MemoryDeadLetters(),
                new MemoryDeadLetters(),
                new MemoryErasures(),
                StartingTopology.answers(),
                health,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        try (QueryServer server = QueryServer.start(Listener.plain(RunningServer.OPEN, 0), answerers)) {
            URI uri = URI.create(server.uri() + "/readyz");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
