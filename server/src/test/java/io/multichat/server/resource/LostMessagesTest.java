package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.SessionStatus;
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

/** A session of three messages of which the only store holds one. */
class LostMessagesTest {
    private static final String MESSAGES = "/v1/sessions/" + StoredChat.ID + "/messages";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void whatIsLeftOfAClosedSessionIsTheAnswerIfTheStoreLacksMessagesForGood() throws Exception {
        store(SessionStatus.closed(StoredChat.START + 2_000, SessionStatus.ClosedBy.IDLE));

        HttpResponse<byte[]> answer = answer(true);
        JsonNode page = RunningServer.json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.path("messages")).hasSize(1);
        assertThat(page.path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void itIsToBeAskedAgainWhileTheStoreMayStillGetThem() throws Exception {
        store(SessionStatus.closed(StoredChat.START + 2_000, SessionStatus.ClosedBy.IDLE));

        assertThat(answer(false).statusCode()).isEqualTo(503);
    }

    @Test
    void anOpenSessionIsToBeAskedAgainBecauseItsNewestMessagesMayBeOnTheirWay() throws Exception {
        store(SessionStatus.OPEN);

        assertThat(answer(true).statusCode()).isEqualTo(503);
    }

    @Test
    void aLostMessageIsNotFoundAndTheAnswerSaysThatMessagesAreLost() throws Exception {
        store(SessionStatus.closed(StoredChat.START + 2_000, SessionStatus.ClosedBy.IDLE));

        HttpResponse<byte[]> answer = answer(true, "?around=m0");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningServer.problem(answer)).contains("Messages of it are lost");
        assertThat(answer(true, "?around=m1").statusCode()).isEqualTo(200);
    }

    private void store(SessionStatus status) {
        try (StoredChat chat = new StoredChat(file)) {
            chat.message("m1", StoredChat.START + 1_000, "left");
            chat.announced(StoredChat.ID, status, 3);
        }
    }

    private HttpResponse<byte[]> answer(boolean lackMessages) throws Exception {
        return answer(lackMessages, "");
    }

    private HttpResponse<byte[]> answer(boolean lackMessages, String query) throws Exception {
        List<SessionReader> stores = List.of(new SqliteSessionReader(file));
        Tiers tiers = Tiers.of(id -> Optional.empty(), new StoreChain(stores, Optional.empty()), () -> lackMessages);
        try (RunningServer server = new RunningServer(RunningServer.OPEN, tiers, stores, new SqliteSearch(file))) {
            return server.get(MESSAGES + query);
        }
    }
}
