package io.multichat.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import io.multichat.sinks.sqlite.settings.Layout;
import io.multichat.sinks.sqlite.testing.PartitionTask;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two tasks write the files of three partitions. Readers find everything under the configured name. */
class PerPartitionTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD);

    private final StoreFile file = new StoreFile();
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());
    private final SqliteSearch search = new SqliteSearch(file.path());

    @AfterEach
    void remove() {
        reader.close();
        search.close();
        file.close();
    }

    @Test
    void eachPartitionHasAFileAndNoneIsCreatedUnderTheConfiguredName() {
        write();

        assertThat(Layout.files(file.path()).values())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("sessions-p0.db", "sessions-p1.db", "sessions-p2.db");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aSessionAndItsMessagesAreFoundWhicheverFileTheyAreIn() {
        assertThat(reader.session(PartitionTask.snapshot(1, 20, 25).sessionId()))
                .isEmpty();

        write();

        for (int partition = 0; partition < 3; partition++) {
            long start = 10 + 10 * partition;
            SessionSnapshot session = PartitionTask.snapshot(partition, start, start + 5);
            assertThat(reader.session(session.sessionId())).contains(session);
            assertThat(reader.messages(session, ALL).orElseThrow().messages()).hasSize(2);
        }
    }

    @Test
    void aListCoversAllFilesNewestFirst() {
        write();
        List<Long> starts = new ArrayList<>();

        Optional<SessionCursor> next = Optional.empty();
        do {
            SessionPage page = reader.sessions(SessionFilter.ALL, next, 2).orElseThrow();
            page.sessions().forEach(session -> starts.add(session.span().startedAt()));
            next = page.next();
        } while (next.isPresent());

        assertThat(starts).containsExactly(30L, 20L, 10L);
    }

    @Test
    void aSearchCoversAllFilesAndReturnsEachHitOnce() {
        write();
        List<Long> times = new ArrayList<>();

        Optional<SearchCursor> next = Optional.empty();
        do {
            SearchPage page = search.find(request(next));
            page.hits().forEach(hit -> times.add(hit.message().position().sentAt()));
            next = page.next().map(SearchCursor::toString).map(SearchCursor::parse);
        } while (next.isPresent());

        assertThat(times).containsExactly(35L, 30L, 25L, 20L, 15L, 10L);
    }

    @Test
    void anotherTaskContinuesAPartitionThatMovesToIt() {
        try (PartitionTask first = new PartitionTask(file.path(), 0, 1)) {
            first.put(PartitionTask.message(0, 10), PartitionTask.message(1, 20));
            first.release(1);
            try (PartitionTask second = new PartitionTask(file.path(), 1)) {
                assertThat(second.context.rewinds)
                        .isEqualTo(Map.of(
                                new TopicPartition(Topics.TRANSCRIPT, 1),
                                20L,
                                new TopicPartition(Topics.SESSIONS, 1),
                                0L));
                second.put(PartitionTask.message(1, 20), PartitionTask.message(1, 25));
                first.put(PartitionTask.message(0, 15));
            }
        }

        assertThat(search.find(request(Optional.empty())).hits()).hasSize(2);
        assertThat(search.find(request(Optional.empty())).next()).isPresent();
    }

    @Test
    void offsetsThatAnOperatorSetsGoToTheFilesOfTheirPartitions() {
        write();
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file.path()));
        settings.put("sqlite.layout", "per-partition");

        new SqliteSinkConnector().alterOffsets(settings, Map.of(new TopicPartition(Topics.TRANSCRIPT, 1), 7L));

        try (PartitionTask task = new PartitionTask(file.path(), 0, 1)) {
            assertThat(task.context.rewinds)
                    .containsEntry(new TopicPartition(Topics.TRANSCRIPT, 0), 15L)
                    .containsEntry(new TopicPartition(Topics.TRANSCRIPT, 1), 7L);
        }
    }

    @Test
    void filesOfAnotherLayoutAreLeftAlone() {
        write();

        assertThatThrownBy(() -> RunningTask.on(file.path()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("was written with another sqlite.layout than single");
        assertThat(file.path()).doesNotExist();
    }

    private void write() {
        try (PartitionTask first = new PartitionTask(file.path(), 0, 2);
                PartitionTask second = new PartitionTask(file.path(), 1)) {
            for (int partition : new int[] {0, 2, 1}) {
                long start = 10 + 10 * partition;
                (partition == 1 ? second : first)
                        .put(
                                PartitionTask.message(partition, start),
                                PartitionTask.message(partition, start + 5),
                                PartitionTask.session(partition, start, start + 5));
            }
        }
    }

    private static SearchRequest request(Optional<SearchCursor> before) {
        return new SearchRequest(QueryGrammar.parse("word"), SearchRequest.Sort.NEWEST, before, 2);
    }
}
