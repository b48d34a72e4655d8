package io.multichat.jobs.imports.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.jobs.imports.read.Part;
import io.multichat.jobs.imports.source.ImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJournalTest {
    private static final List<LogEnd> ENDS = List.of(new LogEnd("chat-messages", 1, 41, "mark"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("journal.json");
    }

    @Test
    void aSavedJournalKnowsWhatWasDelivered() {
        ImportJournal journal = ImportJournal.open(file, "request");
        journal.reached(new Part(0, 0), ImportJournal.ALL);
        journal.reached(new Part(0, 2), ImportJournal.ALL);
        journal.reached(new Part(0, 1), 7);
        journal.reached(new Part(3, 0), 9);
        journal.save(ENDS);

        ImportJournal again = ImportJournal.open(file, "request");

        assertThat(again.isOfAnotherImport()).isFalse();
        assertThat(again.ends()).isEqualTo(ENDS);
        assertThat(again.delivered(new Part(0, 0))).isEqualTo(Long.MAX_VALUE);
        assertThat(again.delivered(new Part(0, 1))).isEqualTo(7);
        assertThat(again.delivered(new Part(0, 2))).isEqualTo(Long.MAX_VALUE);
        assertThat(again.delivered(new Part(0, 3))).isZero();
        assertThat(again.delivered(new Part(1, 0))).isZero();
        assertThat(again.delivered(new Part(3, 0))).isEqualTo(9);
    }

    @Test
    void theJournalOfAnotherImportCountsForNothing() {
        ImportJournal journal = ImportJournal.open(file, "request");
        journal.reached(new Part(0, 0), ImportJournal.ALL);
        journal.save(ENDS);

        ImportJournal other = ImportJournal.open(file, "another");

        assertThat(other.isOfAnotherImport()).isTrue();
        assertThat(other.delivered(new Part(0, 0))).isZero();
        assertThat(other.ends()).isEmpty();
    }

    @Test
    void aDamagedJournalIsLikeAnEmptyOne() throws IOException {
        for (String damaged : List.of(
                "",
                "{\"request\":\"req",
                "[]",
                "7",
                "{\"request\":\"request\",\"files\":7}",
                "\0\0\0\0\0\0\0\0",
                "\0\uFFFF\0\0")) {
            Files.writeString(file, damaged);

            assertThat(ImportJournal.open(file, "request").delivered(new Part(0, 0)))
                    .isZero();
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfCompletedParts() throws IOException {
        ImportJournal journal = ImportJournal.open(file, "request");
        for (int i = 0; i < 10_000; i++) {
            journal.reached(new Part(0, i), ImportJournal.ALL);
        }
        journal.save(ENDS);

        assertThat(Files.size(file)).isLessThan(500);
        assertThat(ImportJournal.open(file, "request").delivered(new Part(0, 9_999)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aJournalThatCannotBeWrittenIsNamed() {
        ImportJournal journal = ImportJournal.open(folder.resolve("none/journal.json"), "request");

        assertThatThrownBy(() -> journal.save(ENDS))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("none/journal.json cannot be written")
                .hasMessageContaining("--journal");
    }
}
