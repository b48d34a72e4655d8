package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages around one of a session, which has the messages m0 to m6, one a second from 9:00. */
class MessageWindowTest {
    private static final String MESSAGES = "/v1/sessions/" + StoredChat.ID + "/messages?";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void storeSevenMessages() {
        file = StoredChat.of(folder.resolve("chat.db"), "0", "1", "2", "3", "4", "5", "6");
    }

    @ParameterizedTest
    @CsvSource({
        "m3, around=m3&before=1&after=2, m2 m3 m4 m5, true, true",
        "m0, around=m0&before=5&after=1, m0 m1, false, true",
        "m6, around=m6&before=1&after=5, m5 m6, true, false",
        "m3, around=m3&before=0&after=0, m3, true, true",
        "m3, around=m3, m0 m1 m2 m3 m4 m5 m6, false, false",
        "m2, around=2026-01-31T09:00:02Z&before=1&after=1, m1 m2 m3, true, true",
        "m3, around=2026-01-31T10:00:02.001%2B01:00&before=0&after=0, m3, true, true",
        "m0, around=1999-01-01T00:00:00Z&before=1&after=1, m0 m1, false, true",
        "m6, around=2030-01-01T00:00:00Z&before=1&after=1, m5 m6, true, false",
    })
    void aWindowIsAroundAMessageOrAnInstant(
            String anchor, String query, String ids, boolean hasBefore, boolean hasAfter) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode window = RunningServer.json(server.get(MESSAGES + query));

            assertThat(String.join(" ", ids(window))).isEqualTo(ids);
            assertThat(window.path("anchor").asText()).isEqualTo(anchor);
            assertThat(window.path("hasBefore").asBoolean()).isEqualTo(hasBefore);
            assertThat(window.path("hasAfter").asBoolean()).isEqualTo(hasAfter);
            assertThat(window.path("source").asText()).isEqualTo("sqlite");
        }
    }

    @Test
    void itsCursorsLeadOnInBothDirections() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode window = RunningServer.json(server.get(MESSAGES + "around=m3&before=1&after=1"));

            JsonNode newer = page(server, "direction=forward&limit=1&cursor=", window.path("nextCursor"));
            JsonNode older = page(server, "direction=backward&limit=1&cursor=", window.path("previousCursor"));

            assertThat(ids(newer)).containsExactly("m5");
            assertThat(newer.path("hasBefore").asBoolean()).isTrue();
            assertThat(newer.path("hasAfter").asBoolean()).isTrue();
            assertThat(ids(older)).containsExactly("m1");
            assertThat(ids(page(server, "direction=forward&limit=1&cursor=", older.path("previousCursor"))))
                    .containsExactly("m2");
        }
    }

    @Test
    void aMessageThatTheSessionDoesNotHaveIsNotFound() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get(MESSAGES + "around=m7");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(RunningServer.problem(response)).contains("around is \"m7\"", "no such message");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "before, around=m1&before=-1",
        "after, around=m1&after=1001",
        "before, before=1",
        "after, after=1",
        "cursor, around=m1&cursor=x",
        "limit, around=m1&limit=5",
        "direction, around=m1&direction=forward",
        "around, around=",
    })
    void aBadParameterIsNamed(String parameter, String query) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get(MESSAGES + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(response)).contains(parameter);
        }
    }

    private static JsonNode page(RunningServer server, String query, JsonNode cursor) throws Exception {
        return RunningServer.json(server.get(MESSAGES + query + cursor.asText()));
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("messages")
                .forEach(message -> ids.add(message.path("messageId").asText()));
        return ids;
    }
}
