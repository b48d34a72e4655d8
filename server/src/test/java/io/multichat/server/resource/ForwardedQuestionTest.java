package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.hash.ConversationHash;
import io.multichat.server.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedQuestionTest {
    private static final SessionId ID = SessionId.of(1_000, ConversationHash.of("slack/general"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounting", "/v1/sessions/"})
    void aQuestionThatSaysItIsForwardedIsAnsweredFromLocalStateOrNotAtAll(String path)
            throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.on(folder.resolve("missing.db"))) {
            HttpResponse<byte[]> answer =
                    server.get(path + (path.endsWith("/") ? ID : ""), "Multichat-Forwarded", "http://127.0.0.1:1");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(RunningServer.problem(answer)).contains("this instance cannot answer for another one");
        }
    }
}
