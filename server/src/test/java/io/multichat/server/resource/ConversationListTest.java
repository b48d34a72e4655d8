package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
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

/** Conversations in a real SQLite file. */
class ConversationListTest {
    private static final long NOON = 1_769_860_800_000L;
    private static final long HOUR = 3_600_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Conversation THREAD = Conversation.of("slack", "general", "t1");
    private static final Conversation UBUNTU = Conversation.of("irc", "#ubuntu");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void storeRooms() {
        file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(UBUNTU, NOON, "hello");
            rooms.session(GENERAL, NOON - HOUR, "old");
            rooms.session(THREAD, NOON + HOUR, "reply");
            rooms.session(GENERAL, NOON + 2 * HOUR, "new", "newer");
        }
    }

    @Test
    void theConversationWithTheNewestMessageIsFirstAndHasItsNewestSession() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode answer = RunningServer.json(server.get("/v1/conversations"));

            assertThat(keys(answer)).containsExactly("slack/general", "slack/general/t1", "irc/%23ubuntu");
            JsonNode first = answer.path("conversations").path(0);
            assertThat(first.path("lastMessageAt").asText()).isEqualTo("2026-01-31T14:00:01.000Z");
            assertThat(first.at("/session/messages").asInt()).isEqualTo(2);
            assertThat(first.at("/conversation/channel").asText()).isEqualTo("general");
            assertThat(first.path("conversation").has("thread")).isFalse();
            assertThat(answer.path("nextCursor").isNull()).isTrue();
            assertThat(answer.path("source").asText()).isEqualTo("sqlite");
        }
    }

    @Test
    void namesAreFoundInAnyCaseAndPageByPage() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?text=GENER"))))
                    .containsExactly("slack/general", "slack/general/t1");
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?text=t1"))))
                    .containsExactly("slack/general/t1");
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?text=gener&platform=irc"))))
                    .isEmpty();
            JsonNode first = RunningServer.json(server.get("/v1/conversations?text=gener&limit=1"));
            String cursor = first.path("nextCursor").asText();
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?text=gener&limit=1&cursor=" + cursor))))
                    .containsExactly("slack/general/t1");
        }
    }

    @Test
    void cursorsLeadThroughAllConversations() throws Exception {
        List<String> found = new ArrayList<>();
        try (RunningServer server = RunningServer.on(file)) {
            String cursor = "";
            while (cursor != null) {
                JsonNode page = RunningServer.json(server.get("/v1/conversations?limit=1&cursor=" + cursor));
                found.addAll(keys(page));
                cursor = page.path("nextCursor").textValue();
            }
        }

        assertThat(found).containsExactly("slack/general", "slack/general/t1", "irc/%23ubuntu");
    }

    @Test
    void aPlatformNarrowsTheList() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?platform=irc"))))
                    .containsExactly("irc/%23ubuntu");
            assertThat(keys(RunningServer.json(server.get("/v1/conversations?platform=nowhere"))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, cursor=next",
        "limit, limit=0",
        "limit, limit=1001",
        "platform, platform=",
        "channel, channel=x"
    })
    void aBadParameterIsNamed(String parameter, String query) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get("/v1/conversations?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(response)).contains(parameter);
        }
    }

    @Test
    void withoutAStoreThereIsNoAnswer() throws Exception {
        try (RunningServer server = RunningServer.on(folder.resolve("missing.db"))) {
            assertThat(server.get("/v1/conversations").statusCode()).isEqualTo(503);
        }
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.path("conversations").forEach(found -> keys.add(found.path("key").asText()));
        return keys;
    }
}
