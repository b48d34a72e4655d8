package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.VerifyRun;
import io.multichat.jobs.export.source.ArchiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders with notes of an export that was interrupted. */
class UnfinishedDeliveryTest {
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

    @Test
    void temporaryFilesOfAKilledExportAreRemoved() throws IOException {
        unfinished();
        Files.writeString(Files.createDirectory(notes.resolve("parquet-1")).resolve("rows.jsonl"), "{}");

        deliver();

        assertThat(notes).doesNotExist();
    }

    @Test
    void anExportThatHadOnlyLockedTheFolderBegins() throws IOException {
        Files.createDirectory(notes);
        Files.createFile(notes.resolve("lock"));

        deliver();

        assertThat(bench.files("out")).containsOnlyKeys("manifest.json", "messages.csv");
    }

    @Test
    void aLineThatWasNotFinishedDoesNotCount() throws IOException {
        unfinished();
        Files.writeString(notes.resolve("files.jsonl"), "{\"files\":[]}");

        deliver();

        assertThat(bench.files("out")).containsOnlyKeys("manifest.json", "messages.csv");
        assertThat(new VerifyRun(out).run().problems()).isEmpty();
    }

    @Test
    void linksAmongTheNotesAreNotFollowed() throws IOException {
        unfinished();
        Path victim = Files.writeString(bench.path("victim"), "precious");
        for (String name : List.of("part", "manifest", "request.part", "staged.json.part", "sort.db")) {
            Files.createSymbolicLink(notes.resolve(name), victim);
        }

        deliver();

        assertThat(victim).hasContent("precious");
        assertThat(new VerifyRun(out).run().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "files.jsonl", "staged.json"})
    void aLinkInThePlaceOfANoteIsAnError(String name) throws IOException {
        unfinished();
        Path victim = Files.writeString(bench.path("victim"), "{}");
        Files.createSymbolicLink(notes.resolve(name), victim);

        assertThatThrownBy(() -> deliver()).isInstanceOf(ExportException.class);

        assertThat(victim).hasContent("{}");
    }

    /** Notes of an export that read nothing. */
    private void unfinished() throws IOException {
        Files.createDirectory(notes);
        Files.writeString(notes.resolve("request"), request().facts().toString());
    }

    private DeliveryRequest request() {
        return bench.request(new ArchiveSource(new ArchiveAccess(bench.archive())), DeliveryBench.PLAIN, "csv");
    }

    private void deliver() {
        new DeliveryRun(request(), out, false).run();
    }
}
