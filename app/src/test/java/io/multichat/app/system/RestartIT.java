package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code dev} that ends in the middle of an import, and goes on where it was. */
class RestartIT {
    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingWhenStoppedInTheMiddleOfAnImport() throws Exception {
        losesAndDoublesNothing(dev -> {
            dev.stop();
            assertThat(dev.layout().runFile()).doesNotExist();
        });
    }

    @Test
    void losesAndDoublesNothingWhenKilledInTheMiddleOfAnImport() throws Exception {
        losesAndDoublesNothing(DevProcess::kill);
    }

    private void losesAndDoublesNothing(Interruption interruption) throws Exception {
        // Given
        GeneratedChat chat = GeneratedChat.of(4711, 30_000);
        Path file = Files.write(folder.resolve("chat.jsonl"), chat.lines(), StandardCharsets.UTF_8);
        Path data = folder.resolve("data");

        // When
        try (DevProcess dev = DevProcess.start(data)) {
            Process importing = startImport(data, file);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> StoreContents.ofSqlite(dev.layout()).messages().size() > 1_000);
            interruption.of(dev);
            importing.destroyForcibly();
            importing.waitFor();
        }
        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult again = CommandResult.of(
                    "import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", file.toString());

            // Then
            assertThat(again.exitCode()).as(again.err()).isZero();
            StoreContents expected = StoreContents.expected(chat);
            assertThat(StoreContents.ofSqlite(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofArchive(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofRedis(dev.endpoints().redis())).isEqualTo(expected);
        }
    }

    private static Process startImport(Path data, Path file) throws IOException {
        return new ProcessBuilder(Installed.command(
                        "import", "--data-dir", data.toString(), "--format", "jsonl", file.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private interface Interruption {
        void of(DevProcess dev);
    }
}
