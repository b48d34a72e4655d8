package io.multichat.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.ChildJvm;
import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temporary;

    /** Holds the directory until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]))) {
                assertThat(directory.layout().root()).exists();
                ChildJvm.sayReadyAndWait();
            }
        }
    }

    @Test
    void isCreatedIfMissing() {
        Path root = temporary.resolve("a/b");

        try (DataDirectory directory = DataDirectory.open(root)) {
            assertThat(root).isDirectory();
            assertThat(directory.layout().kafka()).isEqualTo(root.resolve("kafka"));
        }
    }

    @Test
    void cannotBeAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage("data directory %s is a file; choose another with --data-dir", file);
    }

    @Test
    void cannotBeInsideAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot be created or written")
                .hasMessageEndingWith("choose another with --data-dir");
    }

    @Test
    void isUsedByOneDevAtATime() throws Exception {
        try (ChildJvm other = ChildJvm.start(Holder.class, temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessage(
                            "data directory %s is in use by another multichat dev (pid %d);"
                                    + " stop that one or choose another with --data-dir",
                            temporary, other.pid());
        }
    }

    @Test
    void isUnlockedWhenItsDevIsKilled() throws Exception {
        ChildJvm other = ChildJvm.start(Holder.class, temporary);
        other.kill();

        try (DataDirectory directory = DataDirectory.open(temporary)) {
            assertThat(directory.layout().lockFile())
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void isUnlockedWhenClosed() {
        DataDirectory.open(temporary).close();

        DataDirectory.open(temporary).close();
    }

    /** Closing any descriptor of the lock file would release the lock. */
    @Test
    void staysLockedWhenTheSameProcessChecksTheLock() throws Exception {
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary)).hasMessageContaining("in use");
            assertThat(DirectoryLock.isHeld(directory.layout().lockFile())).isTrue();

            assertThatThrownBy(() -> ChildJvm.start(Holder.class, temporary))
                    .hasMessageStartingWith("the child exited before it was ready");
        }
    }

    @Test
    void removesTheRunFileOfAKilledDev() throws IOException {
        DataLayout layout = new DataLayout(temporary);
        Files.writeString(layout.runFile(), "{}");

        DataDirectory.open(temporary).close();

        assertThat(layout.runFile()).doesNotExist();
    }
}
