package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.reading.MessagePage;
import io.multichat.server.testing.RunningServer;
import io.multichat.sinks.core.testing.LargeMessages;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of large messages, for any number of clients. */
class AnswerMemoryTest {
    private static final String MESSAGES =
            "/v1/sessions/" + LargeMessages.session().sessionId() + "/messages?limit=1000";

    // Less than the time after which Jetty gives up a client that receives nothing.
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SMALL = 4_096;

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
    void clientsThatDoNotReadKeepNobodyFromReading() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (RunningServer server = RunningServer.on(largeMessages())) {
            for (int i = 0; i < clientsThatFillTheMemory(); i++) {
                Socket client = new Socket();
                clients.add(client);
                // Otherwise the system would receive a page for the client.
                client.setReceiveBufferSize(SMALL);
                client.connect(new InetSocketAddress(
                        server.uri().getHost(), server.uri().getPort()));
                String request = "GET " + MESSAGES + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                // The answer has begun.
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }

            await().atMost(PATIENCE).until(() -> isAnswered(server));
            assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** More than a quarter of the heap holds pages for. */
    private static long clientsThatFillTheMemory() {
        return Runtime.getRuntime().maxMemory() / 4 / MessagePage.MAX_BYTES;
    }

    /** While the memory is used up, a request is refused, and may be repeated. */
    private static boolean isAnswered(RunningServer server) throws Exception {
        HttpResponse<byte[]> answer = server.get(MESSAGES);
        if (answer.statusCode() == 200) {
            return true;
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(RunningServer.problem(answer)).contains("too many large answers");
        return false;
    }

    private Path largeMessages() {
        Path file = folder.resolve("chat.db");
        LargeMessages.store(
                new SqliteSinkConnector(),
                Map.of("name", "sqlite-sink", "sqlite.file", file.toString(), "sqlite.search", "false"));
        return file;
    }
}
