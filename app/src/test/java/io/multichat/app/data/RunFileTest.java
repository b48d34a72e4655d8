package io.multichat.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
    private static final RunFile RUN = new RunFile(
            4711,
            "127.0.0.1:9092",
            URI.create("http://127.0.0.1:8080"),
            "redis://127.0.0.1:6379",
            List.of("connect-sqlite"),
            Map.of("input.topics", "a,b"));

    @TempDir
    private Path temporary;

    private DataLayout layout;

    @BeforeEach
    void layOut() {
        layout = new DataLayout(temporary);
    }

    /** Runs like a {@code dev} until it is killed. */
    static final class Dev {
        private Dev() {}

        public static void main(String[] arguments) throws IOException {
            try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]))) {
                RUN.write(directory);
                ChildJvm.sayReadyAndWait();
            }
        }
    }

    @Test
    void canBeReadWhileItsDevRuns() throws Exception {
        try (ChildJvm dev = ChildJvm.start(Dev.class, temporary)) {
            assertThat(dev.pid()).isPositive();
            assertThat(RunFile.read(layout)).isEqualTo(RUN);
        }
    }

    @Test
    void isStaleWhenItsDevWasKilled() throws Exception {
        ChildJvm.start(Dev.class, temporary).kill();

        assertThatThrownBy(() -> RunFile.read(layout))
                .isInstanceOf(DevNotRunningException.class)
                .hasMessage(
                        "the multichat dev (pid 4711) on data directory %s was killed;"
                                + " start it again to continue with the same data",
                        temporary);
    }

    @Test
    void isMissingWhenNoDevRuns() {
        assertThatThrownBy(() -> RunFile.read(layout))
                .isInstanceOf(DevNotRunningException.class)
                .hasMessageStartingWith("no multichat dev is running on data directory " + temporary);
    }

    @Test
    void isReplacedAtomicallyAndRemoved() throws IOException {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            RUN.write(directory);
            RUN.write(directory);
            assertThat(temporary).isDirectoryNotContaining("glob:**.tmp");

            RunFile.remove(directory);
            RunFile.remove(directory);
            assertThat(layout.runFile()).doesNotExist();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isAccessibleToItsOwnerOnly() throws IOException {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            RUN.write(directory);

            assertThat(Files.getPosixFilePermissions(layout.runFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void mayContainUnknownFields() throws IOException {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            RUN.write(directory);
            String text = Files.readString(layout.runFile());
            Files.writeString(layout.runFile(), text.replaceFirst("\\{", "{\"color\":\"blue\","));

            assertThat(RunFile.read(layout)).isEqualTo(RUN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"pid\":1}", "[]", "pid 4711", "\u0000\u0000\u0000", ""})
    void isDamagedWithoutItsAddresses(String content) throws IOException {
        Files.writeString(layout.runFile(), content);

        assertThatThrownBy(() -> RunFile.read(layout))
                .isInstanceOf(DevNotRunningException.class)
                .hasMessageStartingWith(layout.runFile() + " is ")
                .hasMessageEndingWith("; restart multichat dev to write it again");
    }
}
