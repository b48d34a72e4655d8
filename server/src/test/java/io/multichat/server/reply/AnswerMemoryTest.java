package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.RunningServer;
import io.multichat.sinks.core.testing.LargeMessages;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of large messages, for any number of clients. */
class AnswerMemoryTest {
    private static final String MESSAGES =
            "/v1/sessions/" + LargeMessages.session().sessionId() + "/messages?limit=1000";

    @TempDir
    private Path folder;

    @Test
    void aPageOfLargeMessagesEndsEarlyAndLeadsToTheNextOne() throws Exception {
        try (RunningServer server = RunningServer.on(largeMessages())) {
            List<String> ids = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                HttpResponse<byte[]> page = server.get(MESSAGES + "&cursor=" + cursor);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body().length).isLessThan(10 << 20);
                RunningServer.json(page)
                        .path("messages")
                        .forEach(message -> ids.add(message.path("messageId").asText()));
                cursor = RunningServer.json(page).path("nextCursor").textValue();
            }

            assertThat(ids).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void clientsThatDoNotReadDoNotExhaustTheMemory() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (RunningServer server = RunningServer.on(largeMessages())) {
            for (int i = 0; i < 40; i++) {
                Socket client = new Socket(server.uri().getHost(), server.uri().getPort());
                clients.add(client);
                String request = "GET " + MESSAGES + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }

            HttpResponse<byte[]> answer = server.get(MESSAGES);

            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(RunningServer.problem(answer)).contains("too many large answers");
            }
            assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private Path largeMessages() {
        Path file = folder.resolve("chat.db");
        LargeMessages.store(
                new SqliteSinkConnector(),
                Map.of("name", "sqlite-sink", "sqlite.file", file.toString(), "sqlite.search", "false"));
        return file;
    }
}
