package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.SessionReader;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is the last tier and may be behind the others; a database stands in for it, since every reader is alike. */
class ArchiveTierTest {
    private static final String MESSAGES = "/v1/sessions/" + StoredChat.ID + "/messages";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void anArchiveThatIsBehindDoesNotAnswerWithAnIncompleteSession() throws Exception {
        Path behind = folder.resolve("behind.db");
        StoredChat.of(behind, "one");
        try (StoredChat chat = new StoredChat(file)) {
            chat.message("m0", StoredChat.START, "one");
            chat.session(2);
        }
        List<SessionReader> stores = List.of(new SqliteSessionReader(file));
        SessionReader archive = new SqliteSessionReader(behind);
        Tiers tiers = Tiers.of(id -> Optional.empty(), new StoreChain(stores, Optional.of(archive)), () -> false);
        try (archive;
                RunningServer server = new RunningServer(RunningServer.OPEN, tiers, stores, new SqliteSearch(file))) {
            HttpResponse<byte[]> response = server.get(MESSAGES);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(RunningServer.problem(response)).contains("no store holds all its messages yet");
        }
    }

    @Test
    void theArchiveAnswersIfTheOtherStoresLackTheSession() throws Exception {
        StoredChat.of(file, "one");
        SessionReader archive = new SqliteSessionReader(file);
        List<SessionReader> stores = List.of(new SqliteSessionReader(folder.resolve("missing.db")));
        Tiers tiers = Tiers.of(id -> Optional.empty(), new StoreChain(stores, Optional.of(archive)), () -> false);
        try (archive;
                RunningServer server = new RunningServer(RunningServer.OPEN, tiers, stores, new SqliteSearch(file))) {
            assertThat(RunningServer.json(server.get(MESSAGES)).path("messages"))
                    .hasSize(1);
            assertThat(RunningServer.json(server.get("/v1/sessions")).path("sessions"))
                    .hasSize(1);
        }
    }
}
