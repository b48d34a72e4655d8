package io.multichat.app.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.jobs.refill.RefillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refill of SQLite needs, and what it says that the database still lacks. */
class RefillConditionsTest {
    @TempDir
    private Path folder;

    private LostStores stores;

    @BeforeEach
    void writeTheArchive() {
        stores = new LostStores(folder);
        stores.archived(DailyChat.chat(0, 10));
    }

    @Test
    void aDirectoryInUseIsRefused() {
        try (DataDirectory used = DataDirectory.open(folder)) {
            assertThatThrownBy(stores::refilledSqlite)
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(used.layout().root() + " is in use");
        }
    }

    @Test
    void theArchiveOfAnotherDeploymentIsRefused() throws IOException {
        LostStores empty = new LostStores(Files.createDirectories(folder.resolve("empty")));
        Files.createDirectory(empty.archive());

        assertThatThrownBy(empty::refilledSqlite)
                .isInstanceOf(RefillException.class)
                .hasMessageContaining("the archive holds nothing of chat-transcript");
    }

    @Test
    void noteOfRecordsThatTheDatabaseLackedIsRemovedUnlessTheArchiveLacksThemToo() throws IOException {
        Path noted = folder.resolve("lacked-records.txt");
        String kept = line("sqlite", 3, 6, stores.sqlite());
        String ofArchive = line("archive", 5, 7, stores.archive());
        Files.writeString(noted, line("sqlite", 0, 3, stores.sqlite()) + kept + ofArchive);

        FilledAnswer answer = stores.refilledSqlite();

        assertThat(noted).hasContent(kept + ofArchive);
        assertThat(answer.lacking())
                .singleElement()
                .asString()
                .isEqualTo(
                        "sqlite lacks the records of chat-transcript-0 from offset 3 to 5: the topic no longer holds them");
    }

    @Test
    void anArchiveThatIgnoresRecordsOfTheTopicIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("lacked-records.txt"),
                "REPEATED archive chat-transcript 0 0 10 " + stores.archive() + "\n");

        assertThatThrownBy(stores::refilledSqlite)
                .isInstanceOf(RefillException.class)
                .hasMessageContaining("archive takes none of the records of chat-transcript-0 from offset 0 to 9")
                .hasMessageContaining("start without a refill");
        assertThat(stores.sqlite()).doesNotExist();
    }

    @Test
    void aCopyOfTheArchiveLacksWhatTheOriginalLacks() throws IOException {
        Path original = folder.resolve("original");
        Path noted = folder.resolve("lacked-records.txt");
        String kept = line("sqlite", 3, 6, stores.sqlite());
        String ofOriginal = line("archive", 5, 7, original);
        Files.writeString(noted, line("sqlite", 0, 3, stores.sqlite()) + kept + ofOriginal);

        FilledAnswer answer = stores.refilledSqlite(original, entries -> {});

        assertThat(noted).hasContent(kept + ofOriginal);
        assertThat(answer.lacking()).hasSize(1);
    }

    @Test
    void aCopyOfAnArchiveThatIgnoresRecordsOfTheTopicIsRefused() throws IOException {
        Path original = folder.resolve("original");
        Files.writeString(
                folder.resolve("lacked-records.txt"), "REPEATED archive chat-transcript 0 0 10 " + original + "\n");

        assertThatThrownBy(() -> stores.refilledSqlite(original, entries -> {}))
                .isInstanceOf(RefillException.class)
                .hasMessageContaining("archive takes none of the records of chat-transcript-0 from offset 0 to 9");
    }

    private static String line(String store, int from, int to, Path location) {
        return "DELETED " + store + " chat-transcript 0 " + from + " " + to + " " + location + "\n";
    }
}
