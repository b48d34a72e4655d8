package io.multichat.app.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.multichat.app.settings.Settings;
import io.multichat.server.http.QueryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Requests that cost the server more than they should: log lines and threads. */
class HostileClientsTest {
    private static final List<String> HOSTS = List.of("a b c", "localhost:port", "evil.example", "[::1", "\u00e4");
    private static final int MAX_THREADS = 64;
    private static final int FEW_THREADS = 12;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ClosingStack parts = new ClosingStack();
    private QueryServer server;

    @BeforeEach
    void startServer() {
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        server = new QueryServerStart(
                        LateParts.create(parts, Settings.defaults()), new Readiness(), stores, Settings.defaults())
                .start(parts, 0);
    }

    @AfterEach
    void stopServer() {
        parts.close();
    }

    @Test
    void aBadHostHeaderWritesNothingToTheLogButTheLineOfItsRequest() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        try {
            for (String host : HOSTS) {
                try (Socket client = connect()) {
                    send(client, "GET /v1/sessions HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                    assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                            .startsWith("HTTP/1.1 4");
                }
            }
        } finally {
            root.detachAppender(lines);
        }

        assertThat(lines.list)
                .hasSizeLessThanOrEqualTo(HOSTS.size())
                .allMatch(line -> line.getLoggerName().equals("multichat.access"))
                .allMatch(line -> line.getThrowableProxy() == null)
                .noneMatch(line -> HOSTS.stream().anyMatch(line.getFormattedMessage()::contains));
    }

    @Test
    void manyClientsTakeABoundedNumberOfThreadsWhichEndAfterwards() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 4 * MAX_THREADS; i++) {
                Socket client = connect();
                clients.add(client);
                send(client, "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            assertThat(threads()).isBetween(1L, (long) MAX_THREADS);
            for (Socket client : clients) {
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }
            assertThat(threads()).isLessThanOrEqualTo(MAX_THREADS);
            // The clients stay connected.
            await().atMost(LIMIT).until(() -> threads() <= FEW_THREADS);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setSoTimeout((int) LIMIT.toMillis());
        return socket;
    }

    private static void send(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    /** The number of threads of the HTTP server. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("http-[0-9]+.*"))
                .count();
    }
}
