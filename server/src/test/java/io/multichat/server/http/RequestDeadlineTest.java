package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.multichat.server.testing.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that take longer than their deadline, which is short here. */
class RequestDeadlineTest {
    private static final long LIMIT_MS = 200;
    private static final int PATIENCE_MS = 30_000;
    /** More than the buffers of a connection hold. */
    private static final int LARGE = 64 << 20;

    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch given = new CountDownLatch(1);
    private RequestDeadline deadline;
    private Javalin server;

    @BeforeEach
    void startServer() {
        deadline = new RequestDeadline(LIMIT_MS);
        List<Route> routes = List.of(
                Route.get("/now", List.of(), (context, none) -> context.result("now")),
                Route.get("/never", List.of(), (context, none) -> await(released)),
                Route.get("/large", List.of(), (context, none) -> {
                    try {
                        context.outputStream().write(new byte[LARGE]);
                    } catch (IOException e) {
                        given.countDown();
                    }
                }));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes.forEach(route -> config.routes.get(
                            route.path(), context -> route.answer(context, RunningServer.OPEN, deadline)));
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stopServer() {
        released.countDown();
        server.stop();
        deadline.close();
    }

    @Test
    void theConnectionOfARequestThatIsNotAnsweredIsClosed() throws Exception {
        try (Socket client = connect()) {
            request(client, "/never");

            assertThat(client.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aClientThatDoesNotReadLosesItsConnectionAndFreesTheThread() throws Exception {
        try (Socket client = connect()) {
            request(client, "/large");

            assertThat(given.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    @Test
    void theDeadlineOfAnAnsweredRequestDoesNotCloseItsConnection() throws Exception {
        try (Socket answered = connect();
                Socket late = connect()) {
            assertThat(answer(answered)).startsWith("HTTP/1.1 200").endsWith("now");
            request(late, "/never");
            // Later than the deadline of the request before.
            assertThat(late.getInputStream().readAllBytes()).isEmpty();

            assertThat(answer(answered)).startsWith("HTTP/1.1 200").endsWith("now");
        }
    }

    private Socket connect() throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static void request(Socket client, String path) throws Exception {
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer of {@code /now}, which ends with its only "now". */
    private static String answer(Socket client) throws Exception {
        request(client, "/now");
        InputStream input = client.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\nnow") < 0) {
            int next = input.read();
            assertThat(next).as("after %s", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
