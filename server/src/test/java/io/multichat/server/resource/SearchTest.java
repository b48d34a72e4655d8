package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
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

/** Message search in a real SQLite file. */
class SearchTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void aHitIsAConversationAndAMessageAsInAPage() throws Exception {
        StoredChat.of(file, "red apples", "green pears");
        try (RunningServer server = RunningServer.on(file)) {
            String page = text(server.get("/v1/sessions/" + StoredChat.ID + "/messages?limit=1"));
            String message = page.substring("{\"messages\":[".length(), page.indexOf("],\"hasBefore\":"));

            HttpResponse<byte[]> found = server.get("/v1/search?q=apples");

            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(text(found))
                    .isEqualTo(
                            "{\"hits\":[{\"conversation\":{\"platform\":\"slack\",\"channel\":\"general\"},\"sessionId\":\""
                                    + StoredChat.ID + "\",\"snippet\":{\"text\":\"red apples\",\"marks\":[[4,10]]},"
                                    + "\"message\":" + message + "}],\"indexedUpTo\":\"2026-01-31T09:00:01.000Z\","
                                    + "\"nextCursor\":null,\"source\":\"sqlite\"}");
        }
    }

    @Test
    void cursorsLeadThroughAllHits() throws Exception {
        StoredChat.of(file, "tea one", "coffee", "tea two", "tea three");
        List<String> found = new ArrayList<>();
        try (RunningServer server = RunningServer.on(file)) {
            String cursor = "";
            while (cursor != null) {
                JsonNode page = RunningServer.json(server.get("/v1/search?q=tea&limit=2&cursor=" + cursor));
                page.path("hits")
                        .forEach(hit -> found.add(hit.at("/message/event/text").asText()));
                cursor = page.path("nextCursor").textValue();
            }
        }

        assertThat(found).containsExactly("tea three", "tea two", "tea one");
    }

    @ParameterizedTest
    @CsvSource({
        "1, q=tea&conversation=slack%2Fgeneral",
        "0, q=tea&conversation=slack%2Frandom",
        "1, q=tea&sender=ada",
        "0, q=tea&sender=bob",
        "1, q=tea&from=2026-01-31T09:00:00Z&to=2026-01-31T09:00:01Z",
        "0, q=tea&from=2026-01-31T09:00:01Z",
        "1, q=te",
        "0, q=tea&platform=irc",
        "1, q=tea&platform=slack&role=user&sort=relevance",
        "1, q=tea+in:slack+from:ada",
        "0, q=tea+role:bot",
        "0, q=coffee",
        "0, q=%22",
        "0, q=-tea",
        "0, q=a%00b",
        "0, q=%21",
    })
    void parametersNarrowTheSearch(int hits, String query) throws Exception {
        StoredChat.of(file, "tea");
        try (RunningServer server = RunningServer.on(file)) {
            JsonNode page = RunningServer.json(server.get("/v1/search?" + query));

            assertThat(page.path("hits")).hasSize(hits);
            assertThat(page.path("source").asText()).isEqualTo("sqlite");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "q, ''",
        "q, q=",
        "q, q=%20%09",
        "conversation, q=tea&conversation=%2525",
        "from, q=tea&from=yesterday",
        "from:, q=from:",
        "sender, q=tea+from:ada&sender=bob",
        "role, q=tea&role=king",
        "sort, q=tea&sort=best",
        "cursor, q=tea&sort=relevance&cursor=0.1",
        "to, q=tea&to=2026-13-01T00:00:00Z",
        "cursor, q=tea&cursor=next",
        "limit, q=tea&limit=1001",
    })
    void aBadParameterIsNamed(String parameter, String query) throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get("/v1/search?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningServer.problem(response)).contains(parameter);
        }
    }

    @Test
    void aFileWithoutAnIndexCannotBeSearched() throws Exception {
        try (StoredChat chat = new StoredChat(file, false)) {
            chat.message("m0", StoredChat.START, "tea");
        }
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get("/v1/search?q=tea");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After"))
                    .as("until an operator acts")
                    .isEmpty();
            assertThat(RunningServer.problem(response)).contains("sqlite cannot be searched", "sqlite.search=true");
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
