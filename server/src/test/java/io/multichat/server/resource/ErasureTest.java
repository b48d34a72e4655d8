package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.SessionId;
import io.multichat.reading.erase.Person;
import io.multichat.server.testing.DeleteRequest;
import io.multichat.server.testing.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {
    private static final String SESSION = "01KDXV5M4G8Q2Z3XJ0V7T9WB5C";

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
    void aSessionIsDeletedWithALinkToTheState() throws Exception {
        HttpResponse<byte[]> answer = DeleteRequest.send(server, "/v1/sessions/" + SESSION);

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = RunningServer.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains(body.path("state").asText());
        assertThat(body.at("/plan/erasures/0/messages").asLong()).isEqualTo(1);
        assertThat(server.erasures.requested).containsExactly(SessionId.parse(SESSION));
        assertThat(RunningServer.json(server.get(body.path("state").asText()))
                        .path("state")
                        .asText())
                .isEqualTo("running");
    }

    @Test
    void aPersonIsErasedOnOnePlatformOrOnAll() throws Exception {
        DeleteRequest.send(server, "/v1/participants?platform=irc&id=ada%20l");
        DeleteRequest.send(server, "/v1/participants?id=ada&all-platforms=true");

        assertThat(server.erasures.requested)
                .containsExactly(new Person(Optional.of("irc"), "ada l"), new Person(Optional.empty(), "ada"));
    }

    @ParameterizedTest
    @CsvSource({"nobody,404,not-found", "held,409,on-hold", "away,503,unavailable"})
    void aRefusalSaysWhy(String id, int status, String type) throws Exception {
        HttpResponse<byte[]> answer = DeleteRequest.send(server, "/v1/participants?platform=irc&id=" + id);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(RunningServer.json(answer).path("type").asText()).endsWith(":" + type);
        assertThat(RunningServer.problem(answer)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/participants",
                "/v1/participants?platform=irc",
                "/v1/participants?id=ada",
                "/v1/participants?id=ada&platform=irc&all-platforms=true",
                "/v1/participants?id=ada&all-platforms=yes",
                "/v1/participants?id=&platform=irc",
                "/v1/participants?id=ada&platform=irc&reason=x",
                "/v1/sessions/x",
                "/v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C?force=true"
            })
    void anInvalidRequestErasesNothing(String path) throws Exception {
        assertThat(DeleteRequest.send(server, path).statusCode()).isEqualTo(400);
        assertThat(server.erasures.requested).isEmpty();
    }

    @Test
    void theStateSaysWhyAnErasureWasInterruptedOrHasTheReceipt() throws Exception {
        JsonNode stopped = RunningServer.json(server.get("/v1/erasures/stopped"));
        JsonNode done = RunningServer.json(server.get("/v1/erasures/done"));

        assertThat(stopped.path("state").asText()).isEqualTo("interrupted");
        assertThat(stopped.path("problem").asText()).isEqualTo("no broker");
        assertThat(done.path("state").asText()).isEqualTo("finished");
        assertThat(done.at("/receipt/erasure").asText()).isEqualTo("done");
        assertThat(server.get("/v1/erasures/other").statusCode()).isEqualTo(404);
    }
}
