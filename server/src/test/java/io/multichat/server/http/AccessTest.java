package io.multichat.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.server.security.ApiKeys;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.ServerKeys;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are answered and which are refused. */
class AccessTest {
    private static final Access WITH_KEY = ServerKeys.one("s3cret");

    @TempDir
    private Path folder;

    @Test
    void requestsWithoutTheKeyAreRefused() throws Exception {
        try (RunningServer server = server(WITH_KEY)) {
            HttpResponse<byte[]> none = server.get("/v1/sessions");
            HttpResponse<byte[]> wrong = server.get("/v1/sessions", "Authorization", "Bearer s3cre");

            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(RunningServer.problem(none)).contains("X-API-Key");
            assertThat(wrong.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theKeyIsAcceptedInEitherHeader() throws Exception {
        try (RunningServer server = server(WITH_KEY)) {
            assertThat(server.get("/v1/sessions", "Authorization", "Bearer s3cret")
                            .statusCode())
                    .isEqualTo(200);
            for (String scheme : List.of("bearer", "BEARER", "Bearer ")) {
                assertThat(server.get("/v1/sessions", "Authorization", scheme + " s3cret")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(server.get("/v1/sessions", "X-API-Key", "s3cret").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void probesNeedNoKey() throws Exception {
        try (RunningServer server = server(WITH_KEY)) {
            assertThat(server.get("/livez").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void aServerThatOtherMachinesCanReachNeedsAKey(String host) {
        assertThatThrownBy(() -> new Access(host, ApiKeys.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("http.api.key");
        assertThat(new Access(host, ServerKeys.allScopes("s3cret")).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "localhost", "LocalHost:8080", "[::1]:8080", "127.0.0.2:80"})
    void namesOfThisMachineAreAccepted(String host) throws Exception {
        try (RunningServer server = server(new Access("127.0.0.2", ApiKeys.none()))) {
            assertThat(asked(server, "/v1/sessions", host)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]"
            })
    void aStrangersNameForThisMachineIsRefused(String host) throws Exception {
        try (RunningServer server = server(RunningServer.OPEN)) {
            for (String path : List.of("/v1/sessions", "/v1/accounting", "/v1/sessions/" + StoredChat.ID, "/v1/x")) {
                assertThat(asked(server, path, host))
                        .startsWith("HTTP/1.1 403 ")
                        .containsIgnoringCase("content-type: application/problem+json")
                        .contains("Host header", "http.api.key");
            }
            assertThat(asked(server, "/livez", host)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void withTheKeyAnyHostHeaderIsAccepted() throws Exception {
        try (RunningServer server = server(WITH_KEY)) {
            assertThat(asked(server, "/v1/sessions", "chat.example\r\nX-API-Key: s3cret"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private RunningServer server(Access access) {
        return new RunningServer(
                access,
                id -> Optional.empty(),
                List.of(new SqliteSessionReader(StoredChat.of(folder.resolve("chat.db"), "hello"))));
    }

    /** The whole answer, read from a socket, because the JDK's client does not allow the Host header to be set. */
    private static String asked(RunningServer server, String path, String host) throws IOException {
        InetAddress address = InetAddress.getByName(server.uri().getHost());
        try (Socket socket = new Socket(address, server.uri().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
