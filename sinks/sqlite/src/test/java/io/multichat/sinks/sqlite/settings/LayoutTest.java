package io.multichat.sinks.sqlite.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sessions.db,sessions-p7.db",
        "sessions,sessions-p7",
        "a.b.sqlite,a.b-p7.sqlite",
        ".sessions,.sessions-p7",
    })
    void thePartitionNumberPrecedesTheExtension(String configured, String expected) {
        Path folder = Path.of("some", "folder");

        assertThat(Layout.PER_PARTITION.file(folder.resolve(configured), 7)).isEqualTo(folder.resolve(expected));
        assertThat(Layout.SINGLE.file(folder.resolve(configured), 0)).isEqualTo(folder.resolve(configured));
    }

    @Test
    void onlyTheFilesOfThePartitionsAreFound() throws IOException {
        for (String name : new String[] {
            "sessions-p0.db",
            "sessions-p10.db",
            "sessions-p2.db",
            "sessions-p0.db-wal",
            "sessions-p01.db",
            "sessions-px.db",
            "sessions-p1.db.backup-v1-2026",
            "other-p3.db",
            "sessionsXp4.db"
        }) {
            Files.createFile(file.path().resolveSibling(name));
        }

        Map<Integer, Path> found = Layout.files(file.path());

        assertThat(found)
                .isEqualTo(new TreeMap<>(Map.of(
                        0, file.path().resolveSibling("sessions-p0.db"),
                        2, file.path().resolveSibling("sessions-p2.db"),
                        10, file.path().resolveSibling("sessions-p10.db"))));
    }

    @Test
    void theSingleFileIsTheStoreIfItExists() throws IOException {
        Files.createFile(file.path());
        Files.createFile(file.path().resolveSibling("sessions-p0.db"));

        assertThat(Layout.files(file.path())).isEqualTo(Map.of(0, file.path()));
    }

    @Test
    void aMissingFolderHasNoFiles() {
        assertThat(Layout.files(file.path().resolveSibling("lost").resolve("sessions.db")))
                .isEmpty();
    }
}
