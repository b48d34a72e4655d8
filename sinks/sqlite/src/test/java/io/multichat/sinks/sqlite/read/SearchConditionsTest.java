package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.reading.StoreException;
import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.sql.Select;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions that the index cannot check, on a file with many messages. */
class SearchConditionsTest {
    /** More than are ranked. */
    private static final int MESSAGES = SearchRequest.MAX_RANKED + 2_000;

    private static final Conversation RARE = Conversation.of("rare", "room");
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    private final StoreFile file = new StoreFile();
    private final SqliteSearch search = new SqliteSearch(file.path());

    @BeforeEach
    void store() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(rare(0, "best", "word"), rare(1, "worse", "a word among several others"));
            task.put(IntStream.range(2, MESSAGES)
                    .mapToObj(i -> Chat.created(i, "m" + i, 1_000 + i, "word"))
                    .toArray(SinkRecord[]::new));
        }
    }

    @AfterEach
    void remove() {
        search.close();
        file.close();
    }

    @Test
    void theMostRelevantMessagesThatMeetTheConditionsAreFound() {
        assertThat(ids(search.find(request("word in:rare", SearchRequest.Sort.RELEVANCE, Optional.empty()))))
                .containsExactly("best", "worse");
    }

    /** A plan that looks each message of the conversation up in the index takes minutes. */
    @Test
    void aBeginningIsLookedUpOnceInAConversationAndTime() {
        try (SqliteSearch impatient = new SqliteSearch(file.path(), Duration.ofSeconds(5))) {
            for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
                assertThat(impatient
                                .find(request(
                                        "before:2026-01-01 after:1970-01-01 in:slack/general wor",
                                        sort,
                                        Optional.empty()))
                                .hits())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void pagesOfAQueryWithoutWordsAreComplete() {
        List<String> seen = new ArrayList<>();
        Optional<SearchCursor> next = Optional.empty();
        do {
            SearchPage page = search.find(request("after:1970-01-01T00:00:12.990Z", SearchRequest.Sort.NEWEST, next));
            seen.addAll(ids(page));
            next = page.next();
        } while (next.isPresent());

        assertThat(seen)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .startsWith("m" + (MESSAGES - 1))
                .endsWith("m11990");
    }

    @Test
    void aSearchWhoseTimeIsOverIsGivenUp() {
        try (SqliteSearch impatient = new SqliteSearch(file.path(), Duration.ZERO)) {
            assertThatThrownBy(
                            () -> impatient.find(request("has:tool_call", SearchRequest.Sort.NEWEST, Optional.empty())))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.verdict()).isEqualTo(StoreException.Verdict.RETRY))
                    .hasMessageContaining("took too long");
        }
    }

    @Test
    void aQueryThatNeverEndsStopsInsideSqliteAndTheNextOneIsAnswered() {
        AtomicInteger ended = new AtomicInteger();
        try (ReadConnections connections = new ReadConnections(file.path())) {
            long end = System.nanoTime() + Duration.ofMillis(100).toNanos();
            assertThatThrownBy(() -> connections.ask(0L, end, connection -> {
                        try {
                            return new Select(ENDLESS)
                                    .first(connection, row -> row.getLong(1))
                                    .orElseThrow();
                        } finally {
                            ended.incrementAndGet();
                        }
                    }))
                    .isInstanceOf(StoreException.class);

            assertThat(ended).hasValue(1);
            assertThat(connections.<Long>ask(
                            0L,
                            connection -> new Select("SELECT 7")
                                    .first(connection, row -> row.getLong(1))
                                    .orElseThrow()))
                    .isEqualTo(7);
        }
    }

    private static SearchRequest request(String query, SearchRequest.Sort sort, Optional<SearchCursor> before) {
        return new SearchRequest(QueryGrammar.parse(query), sort, before, 4);
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream()
                .map(hit -> hit.message().position().messageId())
                .toList();
    }

    private static SinkRecord rare(long offset, String id, String text) {
        String event = "{\"platform\":\"rare\",\"channel\":\"room\",\"sender\":{\"id\":\"ada\"},\"messageId\":\"" + id
                + "\",\"sentAt\":\"1970-01-01T00:00:01Z\",\"text\":\"" + text + "\"}";
        return SinkRecords.transcript(
                Chat.at(offset), RARE, event.getBytes(StandardCharsets.UTF_8), SinkRecords.placed(1_000, offset));
    }
}
