package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are damaged while {@code dev} is stopped or running: each stops alone. */
class DamagedStoresIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String STACK_TRACE = "\tat ";

    @TempDir
    private Path folder;

    @Test
    void aCutManifestAndADeletedDatabaseStopOnlyTheirOwnSinks() throws Exception {
        Path data = withChat();
        cut(manifest(data));

        try (DevProcess dev = DevProcess.start(data)) {
            await().atMost(LIMIT).until(() -> readiness(dev).contains("is not a manifest"));
            Files.delete(dev.layout().sessions());
            await().atMost(LIMIT).until(() -> readiness(dev).contains("sessions.db was deleted"));
            await().atMost(LIMIT)
                    .until(() -> dev.logText()
                            .contains("connector multichat-archive failed and only its store stands still"));
            assertThat(dev.logText())
                    .contains("sessions.db was deleted while it was in use")
                    .doesNotContain(STACK_TRACE);
        }
    }

    @Test
    void missingSegmentsAreNamedAtTheStartAndWhileItRuns() throws Exception {
        Path data = withChat();
        Path first = segment(data);
        Files.delete(first);
        Path second = segment(data);

        try (DevProcess dev = DevProcess.start(data)) {
            assertThat(readiness(dev)).contains("\"ready\"", "archive is incomplete: " + first + " was deleted");
            Files.delete(second);
            await().atMost(LIMIT).until(() -> readiness(dev).contains("2 files were deleted"));
            assertThat(dev.logText())
                    .contains("archive is incomplete: " + first)
                    .doesNotContain(STACK_TRACE);
        }
        CommandResult export = CommandResult.of("export", "--data-dir", data.toString());
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err())
                .contains("is missing", "restore the file from a backup")
                .doesNotContain(STACK_TRACE);
    }

    /** A data directory with some chat in all stores. */
    private Path withChat() throws IOException {
        Path data = folder.resolve("data");
        GeneratedChat chat = GeneratedChat.of(28, 30);
        Path file = Files.write(folder.resolve("chat.jsonl"), chat.lines(), StandardCharsets.UTF_8);
        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult imported = CommandResult.of(
                    "import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", file.toString());
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(dev.layout().archive()).isDirectory();
        }
        return data;
    }

    /** The first segment of the transcript that is left. */
    private static Path segment(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("archive").resolve("transcript"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private static Path manifest(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("archive").resolve(".manifests"))) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void cut(Path file) throws IOException {
        Files.write(file, Files.readString(file).substring(0, 50).getBytes(StandardCharsets.UTF_8));
    }

    private static String readiness(DevProcess dev) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(dev.endpoints().server() + "/readyz"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
