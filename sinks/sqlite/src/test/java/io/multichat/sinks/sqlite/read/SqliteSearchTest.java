package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSearchTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSearch search = new SqliteSearch(file.path());

    @AfterEach
    void remove() {
        search.close();
        file.close();
    }

    @ParameterizedTest
    @CsvSource({
        "我们明天去北京大学上课,北京",
        "我们明天去北京大学上课,大学上课",
        "我们明天去北京大学上课,课",
        "我们明天去北京大学上课,京",
        "東京都に住んでいます,東京",
        "東京都に住んでいます,京都に",
        "サーバーを再起動した,サーバー",
        "ｻｰﾊﾞｰを再起動した,サーバー",
        "ฉันชอบกินข้าวผัด,ข้าว",
        "ฉันชอบกินข้าวผัด,กินข้าว",
        "서버가 다시 시작됐다,서버",
        "deploy 東京tower now,東京tower",
        "deploy 東京tower now,東京",
        "Das Café schließt,cafe",
        "Das Café schließt,CAFE schließt",
        "नमस्ते दुनिया,नमस्ते",
        "release v2.14 (hotfix),v2.14",
        "we 我 all,我",
        "𠮷野家で食べた,𠮷野家",
    })
    void aWordIsFoundAnywhereInAText(String text, String words) {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "hit", 1_000, text), Chat.created(1, "miss", 1_000, "nothing of that, 東 and 京"));
        }

        assertThat(found(words)).contains("hit");
    }

    @ParameterizedTest
    @CsvSource({"東京都に住む,京東", "北京大学,北大", "ข้าวผัด,ผัดข้าว", "one two,one three", "tower,ower"})
    void wordsThatATextDoesNotContainAreNotFound(String text, String words) {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, text));
        }

        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "a\"b",
                "*",
                "NOT",
                "a OR",
                "(",
                "text:a",
                "a\u0000b",
                "-",
                "NEAR(a b)",
                "^a",
                "\uFE0F"
            })
    void nothingInAQueryIsAnOperatorOrAnError(String words) {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, "hello"));
        }

        assertThat(found(words)).isEmpty();
    }

    @Test
    void onlyTheNewestTextIsFoundAndDeletedMessagesAreNot() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, "draft"), Chat.created(1, "n", 1_000, "draft"));
            task.put(Chat.edited(2, "m", 1_000, 2_000, "final"), Chat.deleted(3, "n", 1_000, 2_000));
        }

        assertThat(found("draft")).isEmpty();
        assertThat(found("final")).containsExactly("m");
    }

    @Test
    void pagesGoFromTheNewestToTheOldestHit() {
        try (RunningTask task = RunningTask.on(file.path())) {
            for (int i = 0; i < 5; i++) {
                task.put(Chat.created(i, "m" + i, 1_000, "word " + i));
            }
        }
        List<String> seen = new ArrayList<>();

        Optional<SearchCursor> next = Optional.empty();
        do {
            SearchPage page = search.find(request("word", next, 2));
            page.hits().forEach(hit -> seen.add(hit.message().position().messageId()));
            next = page.next().map(SearchCursor::toString).map(SearchCursor::parse);
        } while (next.isPresent());

        assertThat(seen).containsExactly("m4", "m3", "m2", "m1", "m0");
    }

    @Test
    void anIndexThatIsSwitchedOnLaterContainsEarlierMessages() {
        try (RunningTask task = RunningTask.on(file.path(), "sqlite.search", "false")) {
            task.put(Chat.created(0, "m", 1_000, "before"));
        }
        assertThatThrownBy(() -> found("before"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sqlite.search=true");

        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(1, "n", 1_000, "after"));
        }

        assertThat(found("before")).containsExactly("m");
        assertThat(found("after")).containsExactly("n");
    }

    @Test
    void conditionsNarrowASearch() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "early", 1_000, "word"), Chat.created(1, "late", 2_000, "word"));
        }

        SearchPage page = search.find(request(
                "word in:slack/general from:ada after:1970-01-01T00:00:01Z before:1970-01-01T00:00:02Z",
                Optional.empty(),
                10));

        assertThat(page.hits())
                .extracting(hit -> hit.message().position().messageId())
                .containsExactly("early");
        assertThat(page.hits()).extracting(SearchPage.Hit::conversation).containsExactly(Chat.GENERAL);
    }

    private List<String> found(String words) {
        return search.find(request(words, Optional.empty(), 10)).hits().stream()
                .map(hit -> hit.message().position().messageId())
                .toList();
    }

    private static SearchRequest request(String words, Optional<SearchCursor> before, int limit) {
        return new SearchRequest(QueryGrammar.parse(words), SearchRequest.Sort.NEWEST, before, limit);
    }
}
