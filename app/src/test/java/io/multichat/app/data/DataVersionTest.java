package io.multichat.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a data directory holds data that this version can continue. */
class DataVersionTest {
    @TempDir
    private Path root;

    @Test
    void aNewDirectoryCanBeOpenedAgainOnceItHoldsData() throws IOException {
        DataDirectory.open(root).close();
        Files.createDirectory(root.resolve("kafka"));

        DataDirectory.open(root).close();

        assertThat(root.resolve("layout")).hasContent("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "state"})
    void dataOfAnEarlierVersionIsRefusedAndLeftAlone(String folder) throws IOException {
        Files.createDirectory(root.resolve(folder));
        List<Path> before = files();

        assertThatThrownBy(() -> DataDirectory.open(root))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage(
                        "data directory %s was written by an earlier version of Multichat, whose session ids this"
                                + " version does not use; build its data again with `multichat rebuild --data-dir %1$s`, or choose"
                                + " another with --data-dir",
                        root);
        assertThat(files()).filteredOn(file -> !file.endsWith(".lock")).isEqualTo(before);
    }

    @Test
    void aRefusedDirectoryIsNotLocked() throws IOException {
        Files.createDirectory(root.resolve("kafka"));
        assertThatThrownBy(() -> DataDirectory.open(root)).hasMessageContaining("earlier version");
        Files.delete(root.resolve("kafka"));

        DataDirectory.open(root).close();

        assertThat(root.resolve("layout")).exists();
    }

    @Test
    void dataOfANewerVersionIsRefused() throws IOException {
        Files.writeString(root.resolve("layout"), "17\n");

        assertThatThrownBy(() -> DataDirectory.open(root))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("has layout 17, but this version of Multichat supports only 2; use the version");
        assertThat(root.resolve("layout")).hasContent("17");
    }

    /** The power failed before its content was on disk, or it was overwritten. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\0\0", "\u00ff\u00fe2", "2\0", "garbage"})
    void aDamagedFileIsWrittenAgain(String content) throws IOException {
        Files.write(root.resolve("layout"), content.getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(root.resolve("kafka"));

        DataDirectory.open(root).close();

        assertThat(root.resolve("layout")).hasContent("2");
    }

    /** Connect may create its stores here before the first start of {@code serve}. */
    @Test
    void storesWithoutStateAreNoDataOfAnEarlierVersion() throws IOException {
        Files.createDirectory(root.resolve("archive"));
        Files.createFile(root.resolve("sessions.db"));

        DataDirectory.open(root).close();

        assertThat(root.resolve("layout")).exists();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        }
    }
}
