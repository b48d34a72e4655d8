package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.server.testing.DocumentedApi;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.StoredChat;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random parameters of every documented path: the server answers each request, as documented, and never fails. */
class HostileQueryTest {
    private static final int REQUESTS = 3_000;
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "1000",
            "99999999999999999999",
            "true",
            "forward",
            "backward",
            "relevance",
            "hello",
            "hel",
            "\"",
            "\"hello",
            "-hello",
            "hello -\"x y\"",
            "from:ada hello",
            "in:slack/general",
            "in:\"slack general\" has:link",
            "has:tool_call role:user hello",
            "after:2026-01-01 before:2027-01-01 hello",
            "*",
            "(",
            "NEAR(a b)",
            "scope:c1",
            "\0",
            "a\0b",
            "\u0301",
            "-\u0301 \u00ad",
            "\u202e👩‍👩‍👧",
            "東",
            "slack",
            "slack/general",
            "general",
            "m0",
            "m0\0",
            "2026-01-31T09:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "0.1",
            "0.9_1.5",
            "1769850000000-" + StoredChat.ID,
            "AAAAAAAAAAAAAAAAAAAAAA",
            StoredChat.ID.toString());

    /** The paths whose answers need a topology; that of this server is still starting. */
    private static final List<String> STARTING = List.of("/readyz", "/startupz", "/v1/accounting");

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    private final Random random = new Random(7);

    @Test
    void everyRequestIsAnswered() throws Exception {
        List<Map.Entry<String, JsonNode>> paths = DocumentedApi.document().path("paths").properties().stream()
                .filter(path -> path.getValue().has("get") && !path.getKey().equals("/v1/live"))
                .toList();
        for (int i = 0; i < REQUESTS; i++) {
            Map.Entry<String, JsonNode> path = paths.get(random.nextInt(paths.size()));
            String request = path.getKey()
                            .replace("{id}", StoredChat.ID.toString())
                            .replace("{folder}", "styles")
                            .replace("{file}", "frame.css")
                    + query(path.getValue().at("/get/parameters"));

            HttpResponse<byte[]> response = hello.get().get(request);

            assertThat(response.statusCode()).as(request).isIn(200, 400, 404, 503);
            assertThat(response.statusCode() == 503)
                    .as("unavailable: %s", request)
                    .isEqualTo(STARTING.stream().anyMatch(request::startsWith));
        }
    }

    private String query(JsonNode parameters) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            boolean isNeeded = parameter.path("required").asBoolean();
            if (parameter.path("in").asText().equals("query") && (isNeeded || random.nextInt(4) == 0)) {
                String value = VALUES.get(random.nextInt(VALUES.size()));
                query.add(parameter.path("name").asText() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }
}
