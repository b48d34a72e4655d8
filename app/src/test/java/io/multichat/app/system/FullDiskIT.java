package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.sinks.core.testing.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory on a disk that is full when {@code dev} starts, or becomes full while it runs. */
class FullDiskIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int DISK_MIB = 512;
    private static final int MESSAGES = 30;
    private static final String NO_SPACE = "No space left on device: the disk of ";
    private static final String STACK_TRACE = "\tat ";

    @TempDir
    private Path folder;

    private SmallDisk disk;
    private Path data;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount(folder.resolve("disk"), DISK_MIB);
        data = disk.folder().resolve("data");
    }

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    @Test
    void aDiskThatIsFullAtTheStartIsNamedInOneLine() throws IOException {
        disk.fill();

        for (String command : new String[] {"dev", "sessions", "topics"}) {
            CommandResult result = CommandResult.of(command, "--data-dir", data.toString());

            assertThat(result.exitCode()).as(command).isEqualTo(1);
            assertThat(result.err()).as(command).contains(NO_SPACE + data).hasLineCount(1);
        }
    }

    @Test
    void aDiskThatBecomesFullIsNamedAndNothingIsLostOnceThereIsSpaceAgain() throws Exception {
        GeneratedChat chat = GeneratedChat.of(28, MESSAGES);
        Path file = Files.write(folder.resolve("chat.jsonl"), chat.lines(), StandardCharsets.UTF_8);
        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult imported = importing(file);
            assertThat(imported.exitCode()).as(imported.err()).isZero();

            disk.fill();
            await().atMost(LIMIT).until(() -> dev.logText().contains(NO_SPACE + data));
            CommandResult refused = importing(file);
            assertThat(refused.exitCode()).as(refused.out()).isNotZero();
            assertThat(refused.err()).contains(NO_SPACE + data).doesNotContain(STACK_TRACE);
            assertThat(dev.logText()).doesNotContain(STACK_TRACE);
        }
        disk.free();

        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult again = importing(file);
            assertThat(again.exitCode()).as(again.err() + dev.logText()).isZero();
            assertThat(again.out()).contains("accepted 0, duplicates " + MESSAGES);
        }
    }

    private CommandResult importing(Path file) {
        return CommandResult.of(
                "import",
                "--data-dir",
                data.toString(),
                "--format",
                "jsonl",
                "--stall-timeout",
                "20s",
                "--wait",
                file.toString());
    }
}
