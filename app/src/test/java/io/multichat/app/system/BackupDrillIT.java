package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of the operations guide: a backup during an import, the loss of both durable stores, and their restoration. */
class BackupDrillIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void storesThatWereLostAreRestoredAndCatchUpFromTheTopics() throws Exception {
        // Given
        GeneratedChat chat = GeneratedChat.of(16, 6_000);
        Path file = Files.write(folder.resolve("chat.jsonl"), chat.lines(), StandardCharsets.UTF_8);
        String data = folder.resolve("data").toString();
        String backup = folder.resolve("backup").toString();
        try (DevProcess dev = DevProcess.start(Path.of(data))) {
            succeeded("import", "--data-dir", data, "--format", "jsonl", file.toString());
            await().atMost(LIMIT)
                    .until(() -> StoreContents.ofSqlite(dev.layout()).messages().size() > 1_000);
            succeeded("backup", "--data-dir", data, backup);
            succeeded("import", "--data-dir", data, "--format", "jsonl", "--wait", file.toString());
        }

        // When
        delete(Path.of(data, "archive"));
        for (String name : List.of("sessions.db", "sessions.db-wal", "sessions.db-shm")) {
            Files.deleteIfExists(Path.of(data, name));
        }
        succeeded("restore", "--data-dir", data, backup);

        // Then
        StoreContents expected = StoreContents.expected(chat);
        try (DevProcess dev = DevProcess.start(Path.of(data))) {
            succeeded("import", "--data-dir", data, "--format", "jsonl", "--wait", file.toString());
            assertThat(StoreContents.ofSqlite(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofArchive(dev.layout())).isEqualTo(expected);
            succeeded("verify", "--data-dir", data);
            CommandResult examined = CommandResult.of("doctor", "--data-dir", data);
            assertThat(examined.out())
                    .as(examined.err())
                    .contains("stores           ok", "sqlite content   ok", "archive content  ok");
        }
    }

    private static void succeeded(String... arguments) {
        CommandResult result = CommandResult.of(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
