package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.DeleteRequest;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.ServerKeys;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may do with a key of one scope. */
class KeyScopesTest {
    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void startServer() {
        server = new RunningServer(
                ServerKeys.onePerScope(),
                id -> Optional.empty(),
                List.of(new SqliteSessionReader(StoredChat.of(folder.resolve("chat.db"), "hello"))));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aClientLearnsWhatItsKeyMayDo() throws Exception {
        assertThat(RunningServer.json(server.get("/v1/access", "X-API-Key", "read"))
                        .toString())
                .isEqualTo("{\"scopes\":[\"read\"]}");
        assertThat(server.get("/v1/access").statusCode()).isEqualTo(401);
    }

    @Test
    void everyoneMayLoadThePageItself() throws Exception {
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(server.get("/page/app.js").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sessions",
                "/v1/conversations",
                "/v1/search?q=hello",
                "/v1/accounting",
                "/v1/live?session=x",
                "/v1/dead-letters",
                "/v1/dead-letters/0-0",
                "/v1/sessions/01KG9PA9A0W2CFGS1W58A1VVYA/export?format=csv"
            })
    void readingNeedsTheScopeRead(String path) throws Exception {
        assertThat(server.get(path, "X-API-Key", "read").statusCode()).isNotIn(401, 403);
        for (String other : List.of("write", "admin")) {
            HttpResponse<byte[]> refused = server.get(path, "X-API-Key", other);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(RunningServer.problem(refused)).contains("only-" + other, "scope read");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer error=\"insufficient_scope\", scope=\"read\"");
        }
    }

    @Test
    void publishingNeedsTheScopeWrite() throws Exception {
        assertThat(posted("read")).startsWith("HTTP/1.1 403 ").contains("scope write");
        assertThat(posted("wrong")).startsWith("HTTP/1.1 401 ").contains("error=\"invalid_token\"");
        assertThat(posted("write")).startsWith("HTTP/1.1 422 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/participants?platform=irc&id=ada", "/v1/sessions/00000000000000000000000000"})
    void erasingNeedsTheScopeAdmin(String path) throws Exception {
        for (String other : List.of("read", "write")) {
            HttpResponse<byte[]> refused = DeleteRequest.send(server, path, "X-API-Key", other);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(RunningServer.problem(refused)).contains("only-" + other, "scope admin");
        }
        assertThat(DeleteRequest.send(server, path, "X-API-Key", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(DeleteRequest.send(server, path, "X-API-Key", "admin").statusCode())
                .isNotIn(401, 403);
        assertThat(server.get("/v1/erasures/e1", "X-API-Key", "read").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aKeyThatCannotReadGetsNoReasons() throws Exception {
        assertThat(server.get("/readyz", "X-API-Key", "write").body())
                .asString()
                .doesNotContain("reasons");
        assertThat(server.get("/readyz", "X-API-Key", "read").body()).asString().contains("reasons");
    }

    private String posted(String key) throws Exception {
        return server.raw("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    }
}
