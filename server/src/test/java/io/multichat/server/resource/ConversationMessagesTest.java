package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.server.testing.MessagePages;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredRooms;
import io.multichat.sinks.core.testing.SinkRecords;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation with three sessions, and a message whose session is not announced yet. */
class ConversationMessagesTest {
    private static final long NOON = 1_769_860_800_000L;
    private static final long HOUR = 3_600_000L;
    private static final Conversation ROOM = Conversation.of("irc", "#ubuntu");
    private static final String MESSAGES = "/v1/conversations/messages?platform=irc&channel=%23ubuntu";

    @TempDir
    private Path folder;

    private Path file;
    private SessionId second;

    @BeforeEach
    void storeRoom() {
        file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            second = rooms.session(ROOM, NOON + HOUR, "c", "d");
            rooms.session(ROOM, NOON + 2 * HOUR, "e");
            rooms.event(SinkRecords.message(ROOM, "early", NOON + 3 * HOUR, "f"), NOON + 3 * HOUR);
            rooms.session(Conversation.of("irc", "#debian"), NOON, "elsewhere");
        }
    }

    @Test
    void pagesLeadThroughAllSessionsInBothDirections() throws Exception {
        List<String> forward = List.of("a", "b", "c", "d", "e", "f");
        List<String> backward = new ArrayList<>(forward);
        Collections.reverse(backward);
        try (RunningServer server = RunningServer.on(file)) {
            for (int limit : List.of(1, 4, 1_000)) {
                assertThat(MessagePages.walk(server, MESSAGES + "&direction=forward&limit=" + limit))
                        .isEqualTo(forward);
                assertThat(MessagePages.walk(server, MESSAGES + "&direction=backward&limit=" + limit))
                        .isEqualTo(backward);
            }
        }
    }

    @Test
    void everyMessageNamesItsSessionOnceThatIsAnnounced() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode messages = RunningServer.json(server.get(MESSAGES)).path("messages");

            assertThat(messages.path(2).path("sessionId").asText()).isEqualTo(second.toString());
            assertThat(messages.path(3).path("sessionId").asText()).isEqualTo(second.toString());
            assertThat(messages.path(5).path("sessionId").isNull()).isTrue();
        }
    }

    @Test
    void aWindowCrossesSessions() throws Exception {
        String anchor = NOON + HOUR + "-0";
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode window =
                    RunningServer.json(server.get("/v1/conversations/messages?conversation=irc%2F%2523ubuntu&around="
                            + anchor + "&before=1&after=2"));

            assertThat(MessagePages.texts(window)).containsExactly("b", "c", "d", "e");
            assertThat(window.path("anchor").asText()).isEqualTo(anchor);
            assertThat(window.path("hasBefore").asBoolean()).isTrue();
            assertThat(window.path("hasAfter").asBoolean()).isTrue();
            assertThat(window.at("/messages/1/sessionId").asText()).isEqualTo(second.toString());
        }
    }

    @Test
    void messagesThatAreMissingAreNotPassedOver() throws Exception {
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.announce(ROOM, NOON + 4 * HOUR, 2);
            rooms.event(SinkRecords.message(ROOM, NOON + 4 * HOUR + "-0", NOON + 4 * HOUR, "g"), NOON + 4 * HOUR);
        }
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(server.get(MESSAGES + "&direction=backward&limit=1").statusCode())
                    .isEqualTo(503);
            assertThat(server.get(MESSAGES + "&limit=1").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, conversation=irc%2Fnowhere",
        "404, conversation=irc%2F%2523ubuntu&around=nothing",
        "400, limit=1",
        "400, channel=c",
        "400, conversation=irc%2F%2523ubuntu&around=a&limit=1",
    })
    void whatDoesNotExistIsNotFoundAndWhatIsMissingIsNamed(int status, String query) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get("/v1/conversations/messages?" + query);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(RunningServer.problem(response)).isNotEmpty();
        }
    }
}
