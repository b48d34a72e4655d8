package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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
        assertThat(ask(List.of(), List.of()).body()).isEqualTo("{\"status\":\"ready\"}");
    }

    private static HttpResponse<String> ask(List<String> obstacles, List<String> incomplete)
            throws IOException, InterruptedException {
        HealthResource health = new HealthResource(new Health() {
            @Override
            public List<String> get() {
                return obstacles;
            }

            @Override
            public List<String> incomplete() {
                return incomplete;
            }
        });
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/readyz", health::ready);
                })
                .start("127.0.0.1", 0);
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/readyz");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }
}
