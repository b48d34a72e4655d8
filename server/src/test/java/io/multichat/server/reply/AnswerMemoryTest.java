package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.reading.MessagePage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.reading.letters.DeadLetterRequest;
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

/** Pages of large messages and of many dead letters, for any number of clients. */
class AnswerMemoryTest {
    private static final String MESSAGES =
            "/v1/sessions/" + LargeMessages.session().sessionId() + "/messages?limit=1000";

    // Less than the time after which Jetty gives up a client that receives nothing.
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SMALL = 4_096;

    // A control character is one byte of a letter and six bytes of JSON.
    private static final byte[] EXCERPT =
            "\u0001".repeat(DeadLetterReader.EXCERPT_BYTES).getBytes(StandardCharsets.UTF_8);
    private static final int LETTERS = DeadLetterRequest.MAX_LIMIT;
    private static final long LETTERS_BYTES = LETTERS * 2L * EXCERPT.length * 6;

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
        try (RunningServer server = RunningServer.on(largeMessages())) {
            requireAnswerBesideClientsThatDoNotRead(server, MESSAGES, MessagePage.MAX_BYTES);
        }
    }

    @Test
    void clientsThatDoNotReadDeadLettersKeepNobodyFromReadingThem() throws Exception {
        try (RunningServer server = RunningServer.on(folder.resolve("chat.db"))) {
            server.deadLetters.hold(LETTERS, EXCERPT);

            requireAnswerBesideClientsThatDoNotRead(server, "/v1/dead-letters?limit=" + LETTERS, LETTERS_BYTES);
        }
    }

    /** @param bytes the least memory that a page takes */
    private static void requireAnswerBesideClientsThatDoNotRead(RunningServer server, String path, long bytes)
            throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            // As many as a quarter of the heap holds pages for.
            for (int i = 0; i < Runtime.getRuntime().maxMemory() / 4 / bytes; i++) {
                Socket client = new Socket();
                clients.add(client);
                // Otherwise the system would receive a page for the client.
                client.setReceiveBufferSize(SMALL);
                client.connect(new InetSocketAddress(
                        server.uri().getHost(), server.uri().getPort()));
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                // The answer has begun.
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }

            await().atMost(PATIENCE).until(() -> isAnswered(server, path));
            assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** While the memory is used up, a request is refused, and may be repeated. */
    private static boolean isAnswered(RunningServer server, String path) throws Exception {
        HttpResponse<byte[]> answer = server.get(path);
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
