package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries in the language of {@link QueryGrammar}, on a file with messages of two conversations. */
class SearchGrammarTest {
    private static final Conversation AGENTS = Conversation.of("agent", "run 1");
    private static final String HEAD =
            "{\"platform\":\"agent\",\"channel\":\"run 1\",\"sender\":{\"id\":\"bot\",\"role\":\"assistant\"},";

    private final StoreFile file = new StoreFile();
    private final SqliteSearch search = new SqliteSearch(file.path());

    @BeforeEach
    void store() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.created(0, "plan", 1_000, "deploy the tower tomorrow"),
                    Chat.created(1, "done", 2_000, "tower deployed, see https://example.org/tower"),
                    Chat.edited(2, "done", 2_000, 5_000, "the tower was deployed, see https://example.org/tower"));
            put(
                    task,
                    3,
                    3_000,
                    "\"messageId\":\"call\",\"sentAt\":\"1970-01-01T00:00:03Z\",\"text\":\"deploy tower\","
                            + "\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\"}]}");
            put(
                    task,
                    4,
                    4_000,
                    "\"messageId\":\"reply\",\"sentAt\":\"1970-01-01T00:00:04Z\",\"text\":\"tower\","
                            + "\"replyTo\":\"call\",\"parts\":[]}");
        }
    }

    @AfterEach
    void remove() {
        search.close();
        file.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tower, reply call done plan",
        "tow, reply call done plan",
        "'tow ', ''",
        "t, ''",
        "deploy, call done plan",
        "'deploy tower ', call plan",
        "\"deploy the tower\", plan",
        "\"tower deploy\", ''",
        "tower -deploy, reply done",
        "tower -\"the tower\", reply call",
        "-tower, ''",
        "tower in:slack, done plan",
        "tower in:slack/general, done plan",
        "'tower in:\"agent run 1\"', reply call",
        "tower in:irc/nowhere, ''",
        "tower from:ada, done plan",
        "tower from:eve, ''",
        "from:bot, reply call",
        "FROM:bot role:assistant, reply call",
        "tower role:user, done plan",
        "tower has:link, done",
        "tower has:edit, done",
        "tower has:reply, reply",
        "tower has:tool_call, call",
        "tower has:attachment, ''",
        "tower after:1970-01-01T00:00:02Z before:1970-01-01T00:00:04Z, call done",
        "tower before:1970-01-01, ''",
        "tower after:1970-01-02, ''",
        "has:tool_call, call",
        "has:link, done",
        "'has:reply \"!\"', reply",
        "in:slack, done plan",
        "in:agent role:assistant, reply call",
        "after:1970-01-01T00:00:03Z, reply call",
        "before:1970-01-01T00:00:03Z, done plan",
        "before:1970-01-01T00:00:03Z -tomorrow, done",
        "in:agent -deploy -\"no such\", reply",
        "in:irc, ''",
    })
    void aQuerySelectsMessages(String query, String ids) {
        assertThat(found(query, SearchRequest.Sort.NEWEST)).isEqualTo(ids);
    }

    @Test
    void theBestMatchIsFirstByRelevance() {
        assertThat(found("tower", SearchRequest.Sort.RELEVANCE)).startsWith("reply done");
    }

    @Test
    void aSenderWhoIsKnownLaterIsFound() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.edited(5, "late", 6_000, 7_000, "tower of babel"));
            task.put(Chat.created(6, "late", 6_000, "tower of babel"));
        }

        assertThat(found("babel from:ada", SearchRequest.Sort.NEWEST)).isEqualTo("late");
    }

    @Test
    void aPageSaysUpToWhenItIsComplete() {
        SearchPage page = page("nothing", SearchRequest.Sort.NEWEST);

        assertThat(page.hits()).isEmpty();
        assertThat(page.indexedUpTo()).hasValue(4_000);
    }

    private String found(String query, SearchRequest.Sort sort) {
        return String.join(
                " ",
                page(query, sort).hits().stream()
                        .map(hit -> hit.message().position().messageId())
                        .toList());
    }

    private SearchPage page(String query, SearchRequest.Sort sort) {
        return search.find(new SearchRequest(QueryGrammar.parse(query), sort, Optional.empty(), 10));
    }

    private static void put(RunningTask task, long offset, long sentAt, String fields) {
        task.put(SinkRecords.transcript(
                Chat.at(offset),
                AGENTS,
                (HEAD + fields).getBytes(StandardCharsets.UTF_8),
                SinkRecords.placed(sentAt, offset)));
    }
}
