package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A {@code dev} that ends in the middle of an import and then continues. Everything was published before the stop, so nothing
 * that the first run lost is published again.
 */
class RestartIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void losesAndDuplicatesNothingWhenStoppedDuringAnImport() throws Exception {
        losesAndDoublesNothing(dev -> {
            dev.stop();
            assertThat(dev.layout().runFile()).doesNotExist();
        });
    }

    @Test
    void losesAndDuplicatesNothingWhenKilledDuringAnImport() throws Exception {
        losesAndDoublesNothing(DevProcess::kill);
    }

    private void losesAndDoublesNothing(Interruption interruption) throws Exception {
        // Given
        GeneratedChat chat = GeneratedChat.of(4711, 30_000);
        Path file = Files.write(folder.resolve("chat.jsonl"), chat.lines(), StandardCharsets.UTF_8);
        Path data = folder.resolve("data");

        // When
        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult published = importing(data, file);
            assertThat(published.exitCode()).as(published.err()).isZero();
            await().atMost(LIMIT)
                    .until(() -> StoreContents.ofSqlite(dev.layout()).messages().size() > 1_000);
            interruption.of(dev);
        }

        // Then
        try (DevProcess dev = DevProcess.start(data)) {
            StoreContents expected = StoreContents.expected(chat);
            await().atMost(LIMIT)
                    .until(() -> StoreContents.ofSqlite(dev.layout()).equals(expected));
            CommandResult again = importing(data, file, "--wait");
            assertThat(again.out()).as(again.err()).contains("accepted 0, duplicates 30000");
            assertThat(StoreContents.ofSqlite(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofArchive(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofRedis(URI.create(dev.endpoints().redis())))
                    .isEqualTo(expected);
        }
    }

    private static CommandResult importing(Path data, Path file, String... flags) {
        List<String> arguments =
                new ArrayList<>(List.of("import", "--data-dir", data.toString(), "--format", "jsonl", file.toString()));
        arguments.addAll(Arrays.asList(flags));
        return CommandResult.of(arguments.toArray(String[]::new));
    }

    private interface Interruption {
        void of(DevProcess dev);
    }
}
