package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import io.multichat.server.request.EventBody;
import io.multichat.server.testing.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that arrive slowly, in parts, or not at all, on a server with few threads and room for a single large body. */
class ArrivingBodiesTest {
    private static final int THREADS = 8;
    private static final int PATIENCE_MS = 20_000;
    private static final int SHORT_MS = 200;
    private static final int BLOCK = ArrivingBodies.BLOCK_BYTES;
    private static final String LARGE = "Content-Length: " + 4 * BLOCK + "\r\n\r\n" + "a".repeat(4 * BLOCK);
    private static final String ALMOST_ALL =
            "Content-Length: " + EventBody.MAX_BYTES + "\r\n\r\n" + "a".repeat(EventBody.MAX_BYTES - 1);

    private final RequestDeadline deadline = new RequestDeadline(PATIENCE_MS);
    private final List<Socket> clients = new ArrayList<>();
    private Javalin server;

    @BeforeEach
    void startServer() {
        server = start(PATIENCE_MS);
    }

    private Javalin start(int idleMs) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.threadPool = new QueuedThreadPool(THREADS, THREADS);
                    config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(idleMs));
                    config.jetty.modifyServer(
                            jetty -> jetty.insertHandler(new ArrivingBodies(RunningServer.OPEN, deadline, BLOCK)));
                    config.routes.post("/", context -> context.result(context.bodyAsBytes()));
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stopServer() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        server.stop();
        deadline.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7})
    void theRouteReadsWhatWasSent(int size) throws Exception {
        String body = "0123456789".repeat(size / 10 + 1).substring(0, size);

        assertThat(answer(begin("Content-Length: " + size + "\r\n\r\n" + body))).endsWith("\r\n\r\n" + body);

        String chunk = size == 0 ? "" : Integer.toHexString(size) + "\r\n" + body + "\r\n";
        assertThat(answer(begin("Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n")))
                .endsWith("\r\n\r\n" + body);
    }

    @Test
    void clientsThatSendSlowlyHoldNoThread() throws Exception {
        for (int i = 0; i < 4 * THREADS; i++) {
            begin("Content-Length: 1000\r\n\r\n{");
        }

        assertThat(answer(begin("Content-Length: 2\r\n\r\n{}"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aLargeBodyThatFindsNoRoomIsRefusedAndASmallOneIsNot() throws Exception {
        // A server that refuses a body may close the connection before the client has sent all of it.
        ConditionFactory patiently =
                await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(IOException.class);
        AtomicReference<Socket> first = new AtomicReference<>(begin(ALMOST_ALL));

        // While the first body arrives, another one may take the room that it needs: then it is refused, and sent
        // again.
        patiently.untilAsserted(() -> {
            if (first.get().getInputStream().available() > 0) {
                first.set(begin(ALMOST_ALL));
            }
            assertThat(answer(begin(LARGE)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 1", "urn:multichat:problem:overloaded", "retry in a moment");
        });
        assertThat(answer(begin("Content-Length: 2\r\n\r\n{}"))).startsWith("HTTP/1.1 200 ");

        first.get().close();

        patiently.untilAsserted(() -> assertThat(answer(begin(LARGE))).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aBodyThatStopsArrivingIsRefused() throws Exception {
        server.stop();
        server = start(SHORT_MS);

        assertThat(answer(begin("Content-Length: 1000\r\n\r\n{")))
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json", "the body has not arrived in time; send it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "413 Content-Length: 9000000\r\n\r\n",
                "400 Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "400 Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n"
            })
    void aBodyThatIsTooLargeOrMalformedIsRefused(String statusAndRequest) throws Exception {
        String status = statusAndRequest.substring(0, 3);
        String padding = status.equals("413") ? "a".repeat(EventBody.MAX_BYTES + 1) : "";

        assertThat(answer(begin(statusAndRequest.substring(4) + padding)))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\"status\":" + status, "X-Content-Type-Options: nosniff")
                .doesNotContain("Exception");
    }

    private Socket begin(String headersAndBody) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        clients.add(client);
        client.setSoTimeout(PATIENCE_MS);
        client.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headersAndBody)
                        .getBytes(StandardCharsets.ISO_8859_1));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
