package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.SessionContents;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The positions of a file that is written, or replaced, between questions. */
class SqlitePositionsTest {
    private final StoreFile file = new StoreFile();
    private final SqlitePositions positions = new SqlitePositions(file.path());

    @AfterEach
    void remove() {
        positions.close();
        file.close();
    }

    @Test
    void theyGrowWithTheFile() {
        assertThat(positions.read()).isEmpty();
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(SessionContents.message(10));
            long before = positions.read().get(RunningTask.TRANSCRIPT);

            task.put(SessionContents.message(20));

            assertThat(positions.read().get(RunningTask.TRANSCRIPT)).isGreaterThan(before);
            assertThat(positions.read()).isEqualTo(SqlitePositions.read(file.path()));
        }
    }

    @Test
    void thoseOfAFileThatWasRemovedAreForgotten() throws IOException {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(SessionContents.message(10));
        }
        assertThat(positions.read()).isNotEmpty();

        Files.delete(file.path());

        assertThat(positions.read()).isEmpty();
    }
}
