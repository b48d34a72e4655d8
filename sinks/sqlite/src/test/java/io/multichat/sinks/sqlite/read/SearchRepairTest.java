package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The full-text index is rebuilt from the messages, whatever happens to it. */
class SearchRepairTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSearch search = new SqliteSearch(file.path());

    @AfterEach
    void remove() {
        search.close();
        file.close();
    }

    @Test
    void anIndexThatIsMissingIsBuiltWhenTheTaskStarts() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "a", 1_000, "word"));
        }
        file.execute("DROP TABLE messages_fts");

        RunningTask.on(file.path()).close();

        assertThat(found()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM messages_fts_data",
                "UPDATE messages_fts_data SET block = x'00' WHERE id = 10",
                "DROP TABLE messages_fts_docsize",
            })
    void aDamagedIndexIsRebuiltAndNoMessageIsReportedOrLost(String damage) {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "a", 1_000, "word"), Chat.created(1, "b", 1_000, "word"));
            file.execute(damage);

            task.put(Chat.created(2, "c", 1_000, "word"));
            assertThat(task.context.paused).isNotEmpty();
            task.clockMs.addAndGet(1_000);
            task.put();
            task.put(Chat.created(1, "b", 1_000, "word"), Chat.created(2, "c", 1_000, "word"));

            assertThat(task.context.reported).isEmpty();
        }
        assertThat(found()).containsExactly("c", "b", "a");
        assertThat(file.rows("PRAGMA quick_check")).containsExactly("ok");
    }

    private List<String> found() {
        SearchRequest request =
                new SearchRequest(QueryGrammar.parse("word"), SearchRequest.Sort.NEWEST, Optional.empty(), 10);
        return search.find(request).hits().stream()
                .map(hit -> hit.message().position().messageId())
                .toList();
    }
}
