package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.server.testing.DocumentedApi;
import io.multichat.server.testing.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.on(folder.resolve("chat.db"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageNamesReasonSourceAndValueOfEachLetter() throws Exception {
        JsonNode page = RunningServer.json(server.get("/v1/dead-letters"));

        assertThat(page.at("/deadLetters/0/id").asText()).isEqualTo("0-1");
        assertThat(page.at("/deadLetters/0/reason").asText()).isEqualTo("not-json");
        assertThat(page.at("/deadLetters/0/source/offset").asLong()).isEqualTo(17);
        assertThat(page.at("/deadLetters/0/value").asText()).isEqualTo("{\ufffd");
        assertThat(page.at("/deadLetters/1/value").isNull()).isTrue();
        assertThat(page.path("nextCursor").asText()).isEqualTo("0-1");
        assertThat(RunningServer.json(server.get("/v1/dead-letters?reason=null-value&cursor=0-1"))
                        .path("deadLetters"))
                .hasSize(1);
    }

    @Test
    void oneLetterIsAnsweredByItsId() throws Exception {
        assertThat(RunningServer.json(server.get("/v1/dead-letters/0-0"))
                        .path("reason")
                        .asText())
                .isEqualTo("null-value");
        assertThat(server.get("/v1/dead-letters/0-9").statusCode()).isEqualTo(404);
        assertThat(server.get("/v1/dead-letters/x").statusCode()).isEqualTo(400);
        assertThat(server.get("/v1/dead-letters?reason=bad").statusCode()).isEqualTo(400);
    }

    @Test
    void aLetterIsPublishedAgain() throws Exception {
        HttpResponse<byte[]> answer = replay("0-1", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(answer).path("topic").asText()).isEqualTo("chat-messages");
        assertThat(server.deadLetters.replayed).containsExactly(new DeadLetterId(0, 1));
    }

    @Test
    void aLetterThatWouldBeRefusedAgainIsNotPublished() throws Exception {
        HttpResponse<byte[]> answer = replay("0-0", "application/json");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(RunningServer.problem(answer)).contains("has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void whatAnyWebPageCouldSendPublishesNothing(String type) throws Exception {
        assertThat(replay("0-1", type).statusCode()).isEqualTo(415);
        assertThat(server.deadLetters.replayed).isEmpty();
    }

    private HttpResponse<byte[]> replay(String id, String type) throws Exception {
        String path = "/v1/dead-letters/" + id + "/replay";
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        DocumentedApi.require("POST", path, response);
        return response;
    }
}
