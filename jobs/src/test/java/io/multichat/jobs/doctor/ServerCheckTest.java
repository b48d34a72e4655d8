package io.multichat.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.multichat.jobs.client.ServerClient;
import io.multichat.reading.diagnosis.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers of {@code /readyz}, as the server gives them. */
class ServerCheckTest {
    @Test
    void aReadyServerIsFine() {
        assertThat(findings(200, "{\"status\":\"ready\",\"reasons\":[]}")).isEmpty();
    }

    @Test
    void reasonsAndWhatTheStoresLackAreFoundAlsoBehind503() {
        assertThat(findings(
                        503,
                        "{\"status\":\"not ready\",\"reasons\":[\"topology: starting\"],"
                                + "\"incomplete\":[\"sqlite lacks records\"]}"))
                .extracting(Finding::problem)
                .containsExactly("topology: starting", "sqlite lacks records");
    }

    @Test
    void aServerThatKeepsItsReasonsIsNamedWithTheKey() {
        assertThat(findings(503, "{\"status\":\"not ready\"}"))
                .singleElement()
                .satisfies(found -> assertThat(found.fix()).contains("http.api.key"));
    }

    private static List<Finding> findings(int status, String answer) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get(
                    "/readyz",
                    context -> context.status(status)
                            .contentType("application/json")
                            .result(answer));
        });
        try {
            server.start("127.0.0.1", 0);
            URI address = URI.create("http://127.0.0.1:" + server.port());
            return new ServerCheck(new ServerClient(address, Optional.empty())).findings();
        } finally {
            server.stop();
        }
    }
}
