package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index that an earlier version wrote, without a scope, is replaced while the file is written and searched. */
class ReindexingTest {
    private static final int MESSAGES = 2_500;
    private static final String SCOPED = "SELECT count(*) FROM pragma_table_info('messages_fts') WHERE name = 'scope'";
    private static final String OLD_INDEX = """
            DROP TABLE messages_fts;
            DROP INDEX sessions_by_activity;
            DROP TABLE erasures;
            DROP TABLE erasure_cleanup;
            DROP INDEX messages_unknown;
            DROP TABLE search_reindexing;
            CREATE VIRTUAL TABLE messages_fts USING fts5 (text, content = '', contentless_delete = 1,
              tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
            INSERT INTO messages_fts (rowid, text) SELECT id, text FROM messages;
            PRAGMA user_version = 3;
            """;

    private final StoreFile file = new StoreFile();
    private final SqliteSearch search = new SqliteSearch(file.path());

    @BeforeEach
    void writeAnOlderFile() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(IntStream.range(0, MESSAGES)
                    .mapToObj(i -> Chat.created(i, "m" + i, 1_000 + i, "word " + i))
                    .toArray(SinkRecord[]::new));
        }
        file.execute(OLD_INDEX);
    }

    @AfterEach
    void remove() {
        search.close();
        file.close();
    }

    @Test
    void itIsSearchedBeforeTheSinkOpensIt() {
        assertThat(found("word from:ada", 3)).containsExactly("m2499", "m2498", "m2497");
        assertThat(found("2400", 10)).containsExactly("m2400");
        assertThat(found("from:ada", 2)).containsExactly("m2499", "m2498");
        assertThat(found("in:slack/general -2499", 2)).containsExactly("m2498", "m2497");
        assertThat(found("from:eve", 2)).isEmpty();
    }

    @Test
    void itIsCompleteAtEveryStep() {
        try (RunningTask task = RunningTask.on(file.path())) {
            for (int step = 0; step < 6; step++) {
                task.put(Chat.created(MESSAGES + step, "new" + step, 9_000 + step, "word new" + step));
                task.put();

                assertThat(found("new" + step + " in:slack/general", 10)).containsExactly("new" + step);
                assertThat(found("7 ", 10)).containsExactly("m7");
            }
            task.put(Chat.edited(MESSAGES + 10, "m7", 1_007, 20_000, "changed"));
            task.put();

            assertThat(found("7 ", 10)).isEmpty();
            assertThat(found("changed from:ada", 10)).containsExactly("m7");
        }
        assertThat(file.rows(SCOPED)).containsExactly("1");
        assertThat(file.rows("SELECT count(*) FROM messages_fts")).containsExactly(Integer.toString(MESSAGES + 6));
        assertThat(file.rows("SELECT count(*) FROM search_reindexing")).containsExactly("0");
    }

    @Test
    void anEditBeforeItsMessageIsReachedIsNotLost() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.edited(MESSAGES, "m7", 1_007, 20_000, "changed"),
                    Chat.deleted(MESSAGES + 1, "m8", 1_008, 20_000));
            for (int step = 0; step < 4; step++) {
                task.put();
            }
        }

        assertThat(file.rows(SCOPED)).containsExactly("1");
        assertThat(found("7 ", 10)).isEmpty();
        assertThat(found("8 ", 10)).isEmpty();
        assertThat(found("changed", 10)).containsExactly("m7");
    }

    @Test
    void itContinuesAfterARestart() {
        RunningTask.on(file.path()).close();
        try (RunningTask task = RunningTask.on(file.path())) {
            for (int step = 0; step < 4; step++) {
                task.put();
            }
        }

        assertThat(file.rows(SCOPED)).containsExactly("1");
        assertThat(found("word in:slack/general", 2)).containsExactly("m2499", "m2498");
    }

    private List<String> found(String query, int limit) {
        SearchRequest request =
                new SearchRequest(QueryGrammar.parse(query), SearchRequest.Sort.NEWEST, Optional.empty(), limit);
        return search.find(request).hits().stream()
                .map(hit -> hit.message().position().messageId())
                .toList();
    }
}
