package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.text.Rfc3339;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredRooms;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The context of an agent that was instructed, asked, and looked something up. */
class ConversationContextTest {
    private static final long NOON = 1_769_860_800_000L;
    private static final Conversation RUN = Conversation.of("agent", "run");
    private static final String CONTEXT = "/v1/conversations/context?conversation=agent%2Frun";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void storeRun() {
        file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            store(rooms, 0, "system", "\"text\":\"0123456789abcdef\"");
            store(rooms, 1, "user", "\"text\":\"01234567\"");
            store(rooms, 2, "assistant", "\"parts\":[{\"type\":\"tool_call\",\"id\":\"t1\",\"name\":\"look\"}]");
            store(rooms, 3, "user", "\"text\":\"wait\"");
            store(rooms, 4, "tool", "\"parts\":[{\"type\":\"tool_result\",\"id\":\"t1\"}]");
            store(rooms, 5, "assistant", "\"text\":\"it is\"");
            rooms.announce(RUN, NOON, 6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0 1 2 3 4 5, false",
        "&messages=6, 0 1 2 3 4 5, false",
        "&messages=5, 1 2 3 4 5, true",
        "&messages=4, 2 3 4 5, true",
        "&messages=3, 5, true",
        "&messages=2, 5, true",
        "&messages=5&system=true, 0 2 3 4 5, true",
        "&tokens=2, 5, true",
        "&tokens=3&system=true, 5, true",
        "&tokens=4&system=true, 0, true",
        "&tokens=1, '', true",
        "&tokens=1&charactersPerToken=5, 5, true",
        "&tokens=2&charactersPerToken=0.5, '', true",
    })
    void theNewestMessagesThatFitAreShownAndNoResultWithoutItsCall(String limits, String ids, boolean hasBefore)
            throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode answer = RunningServer.json(server.get(CONTEXT + limits));

            assertThat(String.join(" ", ids(answer))).isEqualTo(ids);
            assertThat(answer.path("hasBefore").asBoolean()).isEqualTo(hasBefore);
            assertThat(answer.path("source").asText()).isEqualTo("sqlite");
        }
    }

    @Test
    void aTokenIsFourCharacters() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode answer = RunningServer.json(server.get(CONTEXT + "&messages=1"));

            assertThat(answer.path("tokens").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messages, &messages=0",
        "messages, &messages=1001",
        "tokens, &tokens=0",
        "charactersPerToken, &charactersPerToken=0",
        "charactersPerToken, &charactersPerToken=1e9",
        "system, &system=yes",
    })
    void aBadParameterIsNamed(String parameter, String query) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get(CONTEXT + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(response)).contains(parameter);
        }
    }

    @Test
    void aNumberOfAnyLengthIsNoObstacle() throws Exception {
        try (StoredRooms rooms = new StoredRooms(file)) {
            store(rooms, 6, "user", "\"text\":\"more\",\"x\":" + "9".repeat(1_001));
            rooms.announce(RUN, NOON, 7);
        }
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(server.get(CONTEXT + "&tokens=1000&messages=2").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anUnknownConversationIsNotFound() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(server.get("/v1/conversations/context?conversation=agent%2Fother")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("messages")
                .forEach(message -> ids.add(message.path("messageId").asText()));
        return ids;
    }

    private static void store(StoredRooms rooms, int number, String role, String content) {
        long sentAt = NOON + number * 1_000L;
        rooms.event(
                RUN,
                "{\"platform\":\"agent\",\"channel\":\"run\",\"messageId\":\"" + number + "\",\"sender\":{\"id\":\""
                        + role + "\",\"role\":\"" + role + "\"},\"sentAt\":\"" + Rfc3339.format(sentAt) + "\","
                        + content + "}",
                sentAt);
    }
}
