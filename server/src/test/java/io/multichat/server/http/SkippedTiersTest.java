package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.SessionReader;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiers that have no answer, and lists while a tier is down. */
class SkippedTiersTest {
    private static final Function<SessionId, Optional<SessionSnapshot>> NOTHING = id -> Optional.empty();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void aQueryThatNoTierCanAnswerIsSentToEachTierOnce() throws Exception {
        List<String> asked = new ArrayList<>();
        Function<SessionId, Optional<SessionSnapshot>> state = id -> {
            asked.add("state");
            return Optional.empty();
        };
        try (RunningServer server = server(state, new EmptyStore("redis", asked), new EmptyStore("sqlite", asked))) {
            assertThat(server.get("/v1/sessions/" + StoredChat.ID + "/messages").statusCode())
                    .isEqualTo(404);
        }

        assertThat(asked).containsExactlyInAnyOrder("state", "redis", "sqlite");
    }

    @Test
    void anEmptyListIsNotAnAnswerWhileATierIsDown() throws Exception {
        try (RunningServer server = server(NOTHING, new BrokenStore(), new SqliteSessionReader(file))) {
            HttpResponse<byte[]> response = server.get("/v1/sessions");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(RunningServer.problem(response)).contains("connection refused");
        }
    }

    @Test
    void aListComesFromTheNextTierWhileOneIsDown() throws Exception {
        StoredChat.of(file, "hello");
        try (RunningServer server = server(NOTHING, new BrokenStore(), new SqliteSessionReader(file))) {
            assertThat(RunningServer.json(server.get("/v1/sessions")).path("sessions"))
                    .hasSize(1);
        }
    }

    private static RunningServer server(Function<SessionId, Optional<SessionSnapshot>> state, SessionReader... stores) {
        return new RunningServer(RunningServer.OPEN, state, List.of(stores));
    }
}
