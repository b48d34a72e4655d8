package io.multichat.jobs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.javalin.Javalin;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerClientTest {
    private static final String NUMBERS = "{\"x\":[1e400, 0.10000000000000000001 ,1e99999999999,-0,1.50,"
            + "12345678901234567890123],\"y\":" + "9".repeat(1_001) + "}";

    private Javalin server;

    @BeforeEach
    void startServer() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/base/echo",
                            context -> context.json(Map.of(
                                    "q", "" + context.queryParam("q"), "key", "" + context.header("Authorization"))));
                    config.routes.get(
                            "/base/numbers",
                            context -> context.contentType("application/json").result(NUMBERS));
                    config.routes.get("/base/html", context -> context.html("<html>"));
                    config.routes.get(
                            "/base/busy",
                            context -> context.status(503)
                                    .json("{\"title\":\"Service Unavailable\",\"detail\":\"later\"}"));
                    config.routes.get(
                            "/base/proxy", context -> context.status(502).html("<html>"));
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void parametersAreEncoded() {
        assertThat(client("").get("/echo", Map.of("q", "a&b=ü %2F+")).path("q").asText())
                .isEqualTo("a&b=ü %2F+");
        assertThat(client("/").get("/echo", Map.of()).path("key").asText()).isEqualTo("Bearer s3cret");
    }

    @Test
    void anUnavailableServerIsATemporaryError() {
        ServerException busy =
                catchThrowableOfType(ServerException.class, () -> client("").get("/busy", Map.of()));

        assertThat(busy).hasMessage("Service Unavailable: later");
        assertThat(busy.temporary()).isTrue();
    }

    @Test
    void anAnswerOfAnotherServerIsRecognized() {
        assertThatThrownBy(() -> client("").get("/html", Map.of())).hasMessageContaining("is not Multichat");
        assertThatThrownBy(() -> client("").get("/proxy", Map.of())).hasMessageContaining("status 502");
    }

    @Test
    void numbersOfAnySizeArePrintedAsTheyWereWritten() {
        assertThat(client("").get("/numbers", Map.of()).toString()).isEqualTo(NUMBERS.replace(" ", ""));
    }

    private ServerClient client(String suffix) {
        return new ServerClient(
                URI.create("http://127.0.0.1:" + server.port() + "/base" + suffix), Optional.of("s3cret"));
    }
}
