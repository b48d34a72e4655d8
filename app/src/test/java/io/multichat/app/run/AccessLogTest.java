package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.multichat.app.settings.Settings;
import io.multichat.server.http.QueryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The access log of the HTTP server. */
class AccessLogTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("multichat.access");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(lines);
    }

    @Test
    void everyRequestHasALineWithoutAnythingPrivate() throws Exception {
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = start(parts, "http.api.key=geheim");

            get(server, "/livez", "none");
            get(server, "/v1/search?q=privat", "geheim");
            get(server, "/v1/sessions/privat", "falsch");
            get(server, "/privat?x=privat", "geheim");
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.matches("(?s).*(privat|geheim|falsch|\\n).*"))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .matches("method=GET route=/livez status=200 bytes=18 ms=[0-9.]+ key=-"),
                        line -> assertThat(line)
                                .matches(
                                        "method=GET route=/v1/search status=503 bytes=[0-9]+ ms=[0-9.]+ key=http.api.key"),
                        line -> assertThat(line)
                                .startsWith("method=GET route=none status=401 ")
                                .endsWith(" key=-"),
                        line -> assertThat(line)
                                .startsWith("method=GET route=none status=404 ")
                                .endsWith(" key=-"));
    }

    @Test
    void itCanBeSwitchedOff() throws Exception {
        try (ClosingStack parts = new ClosingStack()) {
            get(start(parts, "http.access.log=false"), "/livez", "none");
        }

        assertThat(lines.list).isEmpty();
    }

    private QueryServer start(ClosingStack parts, String assignment) {
        Settings settings = Settings.load(Optional.empty(), Map.of(), List.of(assignment));
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        return new QueryServerStart(LateParts.create(parts, settings), new Readiness(), stores, settings)
                .start(parts, 0);
    }

    private static void get(QueryServer server, String path, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("X-API-Key", key)
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
