package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.SessionReader;
import io.multichat.server.testing.BrokenStore;
import io.multichat.server.testing.EmptyStore;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
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
    private static final Function<SessionId, Optional<SessionSnapshot>> CONTAINING =
            id -> Optional.of(StoredChat.snapshot(1));

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
            JsonNode answer = RunningServer.json(server.get("/v1/sessions"));

            assertThat(answer.path("sessions")).hasSize(1);
            assertThat(answer.path("skipped")).hasToString("[\"redis\"]");
            assertThat(answer.at("/skippedReasons/redis").asText()).contains("connection refused");
        }
    }

    @Test
    void anIdThatNoSessionHasIsNotFoundEvenIfASessionContainsItsInstant() throws Exception {
        StoredChat.of(file, "hello", "a second later");
        SessionId wrong = SessionId.of(StoredChat.START + 1, StoredChat.GENERAL.hash());
        for (var state : List.of(NOTHING, CONTAINING)) {
            try (RunningServer server = server(state, new SqliteSessionReader(file))) {
                for (String path : List.of("/v1/sessions/" + wrong, "/v1/sessions/" + wrong + "/messages")) {
                    HttpResponse<byte[]> response = server.get(path);

                    assertThat(response.statusCode()).isEqualTo(404);
                    assertThat(RunningServer.problem(response)).isEqualTo("no session " + wrong);
                }
            }
        }
    }

    @Test
    void whetherAnIdIsThatOfAMergedSessionIsToBeAskedAgainWhileAStoreIsDown() throws Exception {
        SessionId other = SessionId.of(StoredChat.START + 1, StoredChat.GENERAL.hash());
        try (RunningServer server = server(CONTAINING, new BrokenStore(), new SqliteSessionReader(file))) {
            assertThat(server.get("/v1/sessions/" + other).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void theStateAnswersForAMergedSessionThatAStoreKnows() throws Exception {
        SessionId merged = SessionId.of(StoredChat.START + 1, StoredChat.GENERAL.hash());
        try (StoredChat chat = new StoredChat(file)) {
            chat.announced(merged, SessionStatus.mergedInto(StoredChat.ID), 1);
        }
        try (RunningServer server = server(CONTAINING, new SqliteSessionReader(file))) {
            JsonNode answer = RunningServer.json(server.get("/v1/sessions/" + merged));

            assertThat(answer.path("sessionId").asText()).isEqualTo(StoredChat.ID.toString());
            assertThat(answer.path("source").asText()).isEqualTo("state");
        }
    }

    @Test
    void anErrorThatIsNotAnExceptionIsAnsweredToo() throws Exception {
        for (Error error : List.of(new OutOfMemoryError("heap"), new StackOverflowError())) {
            try (RunningServer server = server(NOTHING, new BrokenStore(() -> error))) {
                for (String path : List.of("/v1/sessions", "/v1/sessions/" + StoredChat.ID + "/messages")) {
                    HttpResponse<byte[]> response = server.get(path);

                    assertThat(response.statusCode()).isEqualTo(500);
                    assertThat(RunningServer.problem(response)).isEqualTo("internal error; see the server log");
                }
            }
        }
    }

    private static RunningServer server(Function<SessionId, Optional<SessionSnapshot>> state, SessionReader... stores) {
        return new RunningServer(RunningServer.OPEN, state, List.of(stores));
    }
}
