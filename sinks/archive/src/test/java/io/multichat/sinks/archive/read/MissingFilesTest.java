package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committed files that others delete or cut. */
class MissingFilesTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void twoDays() {
        archive = new TestArchive(root);
        for (int day = 0; day < 2; day++) {
            Chat.message(archive, TestArchive.TRANSCRIPT, at(day), "day " + day);
            Chat.snapshot(archive, TestArchive.SESSIONS, session(day));
        }
        Worker worker = archive.worker().assignAll();
        worker.poll(10);
        worker.stop();
    }

    @Test
    void filesAreNamedUntilTheyAreRestored() throws IOException {
        Path deleted = file(0);
        Path cut = file(1);
        byte[] first = Files.readAllBytes(deleted);
        byte[] second = Files.readAllBytes(cut);
        assertThat(archive.reader().missingFiles()).isEmpty();

        Files.delete(deleted);
        Files.write(cut, new byte[] {1});
        assertThat(archive.reader().missingFiles()).containsExactlyInAnyOrder(deleted, cut);

        Files.write(deleted, first);
        Files.write(cut, second);
        assertThat(archive.reader().missingFiles()).isEmpty();
    }

    @Test
    void onlyTheSessionsOfTheMissingFileFail() throws IOException {
        Path deleted = file(1);
        Files.delete(deleted);
        try (ArchiveSessionReader reader = new ArchiveSessionReader(root)) {
            assertThat(reader.messages(session(0), ALL).orElseThrow().messages())
                    .hasSize(1);
            assertThatThrownBy(() -> reader.messages(session(1), ALL))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("the archive cannot be read: " + deleted + " is missing")
                    .hasMessageContaining("restore the file from a backup")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aTaskContinuesToWrite() throws IOException {
        Files.delete(file(0));
        Chat.message(archive, TestArchive.TRANSCRIPT, at(2), "after the loss");

        Worker worker = archive.worker().assignAll();
        worker.poll(10);
        worker.stop();

        assertThat(archive.reader().positions()).containsEntry(TestArchive.TRANSCRIPT, 3L);
    }

    private Path file(int day) {
        return root.resolve(
                archive.segments(ArchiveKind.TRANSCRIPT).get(day).file().path());
    }

    private static long at(int day) {
        return Chat.NOON + day * Chat.DAY;
    }

    private static SessionSnapshot session(int day) {
        return Chat.session(at(day), "m" + day, 1);
    }
}
