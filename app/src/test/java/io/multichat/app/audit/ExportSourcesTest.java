package io.multichat.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.registry.FormatRegistry;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.ExportReport;
import io.multichat.jobs.export.ExportRequest;
import io.multichat.jobs.export.ExportRun;
import io.multichat.jobs.export.ExportTarget;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.source.SqliteSource;
import io.multichat.jobs.export.stage.ExportSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports from different stores with the same content. */
class ExportSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void sqliteAndTheArchiveGiveTheSameBytes() throws IOException {
        try (AuditedChat chat = new AuditedChat(folder).written()) {
            String archived = export(new ArchiveSource(new ArchiveAccess(chat.archive)), "archive.jsonl");

            assertThat(export(new SqliteSource(chat.sqlite), "sqlite.jsonl")).isEqualTo(archived);
            assertThat(archived).contains("text of m0", "better", "reaction.added");
        }
    }

    private String export(ExportSource source, String name) throws IOException {
        Path file = folder.resolve(name);
        ExportRequest request = new ExportRequest(
                source,
                ExportSelection.EVERYTHING,
                FormatRegistry.WRITERS.named("jsonl"),
                new WriteOptions(Optional.empty(), true),
                Compression.NONE);
        ExportReport report = new ExportRun(request, ExportTarget.of(file.toString())).run();
        assertThat(report.isIncomplete()).isFalse();
        return Files.readString(file);
    }
}
