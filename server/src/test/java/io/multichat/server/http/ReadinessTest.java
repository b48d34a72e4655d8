package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.BrokenStore;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.ServerKeys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the readiness probe says, and to whom. */
class ReadinessTest {
    @Test
    void theReasonsOfUnreadinessNeedTheKey() throws Exception {
        try (RunningServer server =
                new RunningServer(ServerKeys.one("s3cret"), id -> Optional.empty(), List.of(new BrokenStore()))) {
            assertThat(server.get("/readyz").body())
                    .asString()
                    .isEqualTo("{\"status\":\"not ready\",\"tiers\":{\"state\":\"up\",\"redis\":\"down\"}}");
            assertThat(server.get("/readyz", "X-API-Key", "s3cret").body())
                    .asString()
                    .contains("\"reasons\":[\"starting\",\"redis: connection refused\"]");
        }
    }

    @Test
    void theReasonsOfUnreadinessAreNotForStrangersOnThisMachine() throws Exception {
        try (RunningServer server =
                new RunningServer(RunningServer.OPEN, id -> Optional.empty(), List.of(new BrokenStore()))) {
            assertThat(server.raw("GET /readyz HTTP/1.1\r\nHost: evil.example")).doesNotContain("starting");
            assertThat(server.raw("GET /readyz HTTP/1.1\r\nHost: localhost")).contains("\"reasons\":[\"starting\"");
        }
    }
}
