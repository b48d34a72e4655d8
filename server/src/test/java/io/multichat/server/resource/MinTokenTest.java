package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of the topology in {@link io.multichat.server.testing.StartingTopology}. */
class MinTokenTest {
    private static final String LIST = "/v1/conversations?min-token=";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|it must be a token of a published event",
                "chat-messages-0|it must be a token of a published event",
                "chat-messages-0@|it must be a token of a published event",
                "chat-messages-0@-1|it must be a token of a published event",
                "chat-messages-0@1,|it must be a token of a published event",
                "chat-messages-99999999999@1|it must be a token of a published event",
                "chat-messages-0@9999999999999999999|",
                "other-0@1|events are read from chat-messages",
                "chat-messages-1@0|the topic has no such partition",
                "chat-messages-0@3|the partition ends at offset 3",
                "chat-messages-0@1,chat-messages-0@7|the partition ends at offset 3"
            })
    void aTokenOfNoPublishedEventIsRefusedByName(String token, String why) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.on(folder.resolve("missing.db"))) {
            HttpResponse<byte[]> answer = server.get(LIST + token);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(answer))
                    .contains("min-token is \"")
                    .contains(why == null ? "" : why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-messages-0@2", "chat-messages-0@1,chat-messages-0@2"})
    void anAnswerThatMayLackThePublishedEventIsNotGiven(String token) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.on(folder.resolve("missing.db"))) {
            HttpResponse<byte[]> answer = server.get(LIST + token);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void tokensMayBeGivenOneByOne() throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.on(folder.resolve("missing.db"))) {
            HttpResponse<byte[]> answer = server.get(LIST + "chat-messages-0@1&min-token=chat-messages-0@5");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(answer)).contains("chat-messages-0@5");
        }
    }
}
