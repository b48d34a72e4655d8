package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.PageRequest;
import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.testing.LockHolder;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader on files that are missing, replaced, foreign, locked or old. */
class ReadConnectionsTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD);

    private final StoreFile file = new StoreFile();
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());

    @AfterEach
    void remove() {
        reader.close();
        file.close();
    }

    @Test
    void aFileThatDoesNotExistYetIsAnEmptyStoreAndIsNotCreated() {
        assertThat(reader.session(Snapshots.id(10))).isEmpty();
        assertThat(reader.messages(Snapshots.open(10, 20, 1), ALL)).isEmpty();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aFileThatWasReplacedIsReadAgain() throws IOException {
        Snapshots.store(file, Snapshots.open(10, 40, 5));
        assertThat(reader.session(Snapshots.id(10))).isPresent();

        Files.delete(file.path());

        assertThat(reader.session(Snapshots.id(10))).isEmpty();
        Snapshots.store(file, Snapshots.open(20, 40, 5));
        assertThat(reader.session(Snapshots.id(20))).isPresent();
        assertThat(reader.session(Snapshots.id(10))).isEmpty();
    }

    @Test
    void aFileThatIsNotADatabaseIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(file.path(), "These are the minutes of a meeting. ".repeat(200));

        assertThatThrownBy(() -> reader.session(Snapshots.id(10)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sessions.db")
                .hasMessageContaining("not an SQLite database");
    }

    @Test
    void readersSeeTheLastCommitWhileAnotherProcessWrites() throws IOException, InterruptedException {
        Snapshots.store(file, Snapshots.open(10, 20, 1));
        Process holder = LockHolder.start(file.path());

        assertThat(reader.session(Snapshots.id(10))).isPresent();

        holder.getOutputStream().close();
        assertThat(holder.waitFor()).isZero();
    }

    @Test
    void aFileWithOtherSessionIdsIsAnErrorThatSaysToMoveItAway() {
        Snapshots.store(file, Snapshots.open(10, 20, 1));
        file.execute("PRAGMA user_version = 1");

        assertThatThrownBy(() -> reader.session(Snapshots.id(10)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has schema 1, whose session ids this version of Multichat does not use");
    }
}
