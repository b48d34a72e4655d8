package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.server.testing.EventPost;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void anEventIsPublishedByteForByteAndItsPlaceIsAnswered() throws Exception {
        String event = message("m1", "\\u00fc 😀 1e400")
                .replace("\"}", "\", \"x\" : [1.50, -0]}")
                .replace("\"ada\", \"x\" : [1.50, -0]}", "\"ada\"}");

        HttpResponse<byte[]> response = post(" " + event + "\n", JSON);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new String(response.body(), UTF_8))
                .isEqualTo("{\"published\":1,\"results\":[{\"status\":200,\"token\":\"chat-messages-3@0\"}]}");
        assertThat(hello.get().publisher.published).containsExactly(event);
    }

    @Test
    void anArrayAndLinesAreSeparatedWithoutChangingAnEvent() throws Exception {
        String one = message("m1", "ü").replace(",", " ,\t");
        String two = message("m2", "b");

        HttpResponse<byte[]> array = post("[" + one + " ,\n" + two + "]", JSON);
        HttpResponse<byte[]> lines = post(one + "\r\n\n" + two, LINES + "; charset=utf-8");

        assertThat(array.statusCode()).isEqualTo(200);
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(lines).path("published").asInt()).isEqualTo(2);
        assertThat(hello.get().publisher.published).containsExactly(one, two, one, two);
    }

    @Test
    void aBodyMayBeCompressed() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(message("m1", "tea").getBytes(UTF_8));
        }

        assertThat(EventPost.send(hello.get(), packed.toByteArray(), JSON, "gzip")
                        .statusCode())
                .isEqualTo(200);
        assertThat(EventPost.send(hello.get(), "x".getBytes(UTF_8), JSON, "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(EventPost.send(hello.get(), new byte[0], JSON, "br").statusCode())
                .isEqualTo(415);
    }

    @Test
    void everyInvalidEventIsNamedAndTheOthersArePublished() throws Exception {
        String command = "{\"type\":\"hold.set\",\"platform\":\"irc\",\"channel\":\"x\","
                + "\"sentAt\":\"2026-03-01T12:00:00Z\",\"attributes\":{\"hold\":\"h\"}}";
        HttpResponse<byte[]> response = post(
                "[" + message("m1", "tea") + ",{\"type\":\"message.created\"},7," + command + "," + message("m2", "tea")
                        + "]",
                JSON);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(RunningServer.problem(response)).isEqualTo("3 of 5 events were not published; see results");
        JsonNode results = RunningServer.json(response).path("results");
        assertThat(results).hasSize(5);
        assertThat(results.path(0).path("token").asText()).isEqualTo("chat-messages-3@0");
        assertThat(results.path(1).path("reason").asText()).isEqualTo("missing-field");
        assertThat(results.path(1).path("detail").asText()).isNotEmpty();
        assertThat(results.path(2).path("reason").asText()).isEqualTo("not-an-object");
        assertThat(results.path(3).path("detail").asText()).startsWith("hold.set is a command");
        assertThat(hello.get().publisher.published).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "429, busy, busy, busy",
        "503, away, unavailable, unavailable",
        "503, lost, unconfirmed, published",
    })
    void withoutABrokerTheClientIsAskedToRetry(int status, String text, String reason, String next) throws Exception {
        HttpResponse<byte[]> response = post(message("m1", text) + "\n" + message("m2", "tea"), LINES);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        JsonNode results = RunningServer.json(response).path("results");
        assertThat(results.path(0).path("reason").asText()).isEqualTo(reason);
        assertThat(results.path(1).path("reason").asText("published")).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "[{},", "[{}]{}", "[{}"})
    void aBodyWithoutEventsOrWithABrokenArrayIsRefused(String body) throws Exception {
        HttpResponse<byte[]> response = post(body, JSON);

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(RunningServer.problem(response)).isNotEmpty();
        assertThat(hello.get().publisher.published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void whatABrowserSendsWithoutAskingIsRefused(String type) throws Exception {
        HttpResponse<byte[]> response = post(message("m1", "tea"), type);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(RunningServer.problem(response)).contains(type, "application/json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        assertThat(post("[" + "7,".repeat(10_000) + "7]", JSON).statusCode()).isEqualTo(413);
        assertThat(post(" ".repeat((8 << 20) + 1), JSON).statusCode()).isEqualTo(413);
    }

    private static String message(String id, String text) {
        return "{\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"" + id
                + "\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"2026-01-31T09:00:00Z\",\"text\":\"" + text + "\"}";
    }

    private HttpResponse<byte[]> post(String body, String type) throws IOException, InterruptedException {
        return EventPost.send(hello.get(), body.getBytes(UTF_8), type, "identity");
    }
}
