package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.SessionReader;
import io.multichat.server.testing.BrokenStore;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tier answers, and what the server answers when one is down. */
class TiersTest {
    private static final String SESSION = "/v1/sessions/" + StoredChat.ID;
    private static final String MESSAGES = SESSION + "/messages";
    private static final Function<SessionId, Optional<SessionSnapshot>> STARTING = id -> {
        throw new InvalidStateStoreException("the topology is starting");
    };

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void theStateIsAskedFirst() throws Exception {
        try (RunningServer server = server(id -> Optional.of(StoredChat.snapshot(7)), new BrokenStore())) {
            HttpResponse<byte[]> response = server.get(SESSION);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(response).path("source").asText()).isEqualTo("state");
            assertThat(RunningServer.json(response).path("messages").asInt()).isEqualTo(7);
        }
    }

    @Test
    void theNextTierAnswersWhileTheFirstOnesAreDown() throws Exception {
        StoredChat.of(file, "hello");
        try (RunningServer server = server(STARTING, new BrokenStore(), new SqliteSessionReader(file))) {
            HttpResponse<byte[]> session = server.get(SESSION);
            HttpResponse<byte[]> messages = server.get(MESSAGES);

            assertThat(session.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(session).path("sessionId").asText()).isEqualTo(StoredChat.ID.toString());
            assertThat(RunningServer.json(session).path("source").asText()).isEqualTo("sqlite");
            assertThat(RunningServer.json(messages).path("messages")).hasSize(1);
        }
    }

    @Test
    void aSessionThatNoTierKnowsIsNotFound() throws Exception {
        try (RunningServer server = server(id -> Optional.empty(), new SqliteSessionReader(file))) {
            for (String path : List.of(SESSION, MESSAGES)) {
                HttpResponse<byte[]> response = server.get(path);

                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(RunningServer.problem(response)).contains(StoredChat.ID.toString());
            }
        }
    }

    @Test
    void aSessionThatATierThatIsDownMayKnowIsToBeRetried() throws Exception {
        try (RunningServer server = server(id -> Optional.empty(), new BrokenStore(), new SqliteSessionReader(file))) {
            for (String path : List.of(SESSION, MESSAGES)) {
                assertAskAgain(server.get(path), "connection refused");
            }
        }
    }

    @Test
    void whileTheTopologyStartsEveryRequestIsToBeRetried() throws Exception {
        try (RunningServer server = server(STARTING, new SqliteSessionReader(file))) {
            for (String path : List.of(SESSION, MESSAGES, "/v1/accounting")) {
                assertAskAgain(server.get(path), "the topology is starting");
            }
        }
    }

    @Test
    void aStoreThatHoldsOnlyPartOfASessionIsSkipped() throws Exception {
        Path part = folder.resolve("part.db");
        try (StoredChat chat = new StoredChat(part)) {
            chat.message("m0", StoredChat.START, "only this one");
            chat.session(3);
        }
        StoredChat.of(file, "one", "two", "three");
        try (RunningServer server =
                server(id -> Optional.empty(), new SqliteSessionReader(part), new SqliteSessionReader(file))) {
            HttpResponse<byte[]> response = server.get(MESSAGES);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(response).path("messages")).hasSize(3);
        }
    }

    @Test
    void aSessionWhoseMessagesAreIncompleteEverywhereIsToBeRetried() throws Exception {
        try (StoredChat chat = new StoredChat(file)) {
            chat.session(3);
        }
        try (RunningServer server = server(id -> Optional.empty(), new SqliteSessionReader(file))) {
            assertAskAgain(server.get(MESSAGES), "no store holds all its messages yet");
        }
    }

    private static void assertAskAgain(HttpResponse<byte[]> response, String why) throws Exception {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(RunningServer.problem(response)).contains(why);
    }

    private RunningServer server(Function<SessionId, Optional<SessionSnapshot>> state, SessionReader... stores) {
        return new RunningServer(RunningServer.OPEN, state, List.of(stores));
    }
}
