package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.DeliveryException;
import io.multichat.jobs.export.delivery.VerifyRun;
import io.multichat.jobs.export.source.ArchiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that hold something that no export left there. */
class ForcedDeliveryTest {
    @TempDir
    Path folder;

    private DeliveryBench bench;
    private Path out;
    private Path notes;

    @BeforeEach
    void open() throws IOException {
        bench = new DeliveryBench(folder);
        bench.archive(1, Conversation.of("slack", "general"));
        out = Files.createDirectory(bench.path("out"));
        notes = out.resolve(".multichat-export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"my app\",\"files\":[]}",
                "{\"kind\":\"multichat-delivery\",\"version\":2,\"files\":[]}",
                "{\"kind\":\"multichat-delivery\",\"version\":1,\"files\":[{}]}",
                "{\"kind\":\"multichat-delivery\",\"version\":1,\"files\":[null,7]}",
                "{\"kind\":\"multichat-delivery\",\"version\":1,\"files\":[{\"path\":\"mine.txt\",\"bytes\":4,\"sha256\":\"x\"}",
                "[]",
                ""
            })
    void whatIsNoManifestOfADeliveryIsLeftAlone(String manifest) throws IOException {
        Files.writeString(out.resolve("manifest.json"), manifest);
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> deliver(true))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("manifest.json");
        assertThatThrownBy(() -> new VerifyRun(out).run()).isInstanceOf(DeliveryException.class);
        assertThat(bench.files("out")).containsOnlyKeys("manifest.json", "mine.txt");
        assertThat(notes).doesNotExist();
    }

    @Test
    void aListedFileThatWasReplacedIsLeftAlone() throws IOException {
        deliver(false);
        Files.writeString(out.resolve("messages.csv"), "mine");

        new DeliveryRun(
                        bench.request(
                                new ArchiveSource(new ArchiveAccess(bench.archive())), DeliveryBench.PLAIN, "jsonl"),
                        out,
                        true)
                .run();

        assertThat(bench.files("out")).containsEntry("messages.csv", "mine").containsKey("sessions.jsonl");
    }

    @Test
    void aFailedExportLeavesNoTemporaryFiles() throws IOException {
        Files.createDirectories(out.resolve("messages.parquet").resolve("mine"));

        assertThatThrownBy(() -> new DeliveryRun(
                                bench.request(
                                        new ArchiveSource(new ArchiveAccess(bench.archive())),
                                        DeliveryBench.PLAIN,
                                        "parquet"),
                                out,
                                true)
                        .run())
                .isInstanceOf(ExportException.class);

        try (Stream<Path> left = Files.walk(notes)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsOnly(".multichat-export", "lock", "request", "sort.db", "staged.json");
        }
    }

    @Test
    void notesWithoutARequestAreNotContinued() throws IOException {
        Files.createDirectory(notes);
        Files.writeString(notes.resolve("staged.json"), "{}");

        assertThatThrownBy(() -> deliver(false)).hasMessageContaining("request is missing; discard it with --force");

        deliver(true);
        assertThat(bench.files("out")).containsOnlyKeys("manifest.json", "messages.csv");
    }

    private DeliveryRequest request() {
        return bench.request(new ArchiveSource(new ArchiveAccess(bench.archive())), DeliveryBench.PLAIN, "csv");
    }

    private void deliver(boolean force) {
        new DeliveryRun(request(), out, force).run();
    }
}
