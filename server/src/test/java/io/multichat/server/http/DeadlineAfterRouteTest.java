package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.multichat.server.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are sent after their route has returned, with a short deadline. */
class DeadlineAfterRouteTest {
    private static final long LIMIT_MS = 200;
    /** Less than the time after which Jetty gives up a client that receives nothing. */
    private static final int PATIENCE_MS = 20_000;
    /** More than the buffers of a connection hold. */
    private static final int LARGE = 64 << 20;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch given = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final RequestDeadline deadline = new RequestDeadline(LIMIT_MS);
    private Javalin server;

    /** Javalin closes it when it is sent, or cannot be. */
    private final class Given extends ByteArrayInputStream {
        Given() {
            super(new byte[LARGE]);
        }

        @Override
        public void close() {
            given.countDown();
        }
    }

    @BeforeEach
    void startServer() {
        List<Route> routes = List.of(
                Route.get("/large", List.of(), (context, none) -> context.result(new Given())),
                Route.get("/never", List.of(), (context, none) -> ended.join()),
                Route.get(Routes.LIVE, List.of(), (context, none) -> {
                    begun.countDown();
                    context.future(() -> ended);
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
        ended.complete(null);
        server.stop();
        deadline.close();
    }

    @Test
    void aClientThatDoesNotReadLosesItsConnectionAndFreesTheThread() throws Exception {
        Socket client = request("/large");
        try {
            assertThat(given.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
        } finally {
            client.close();
        }
    }

    @Test
    void aStreamOfLiveEventsHasNoDeadline() throws Exception {
        try (Socket live = request(Routes.LIVE)) {
            assertThat(begun.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
            try (Socket late = request("/never")) {
                // Later than the deadline of the request before.
                assertThat(late.getInputStream().readAllBytes()).isEmpty();
            }

            ended.complete(null);

            assertThat(live.getInputStream().read()).isEqualTo('H');
        }
    }

    private Socket request(String path) throws Exception {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(PATIENCE_MS);
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
