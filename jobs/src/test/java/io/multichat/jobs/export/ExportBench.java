package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.formats.jsonl.JsonLinesExport;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.stage.ConversationPattern;
import io.multichat.jobs.export.stage.ExportSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An archive and the file that it is exported to. */
record ExportBench(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    Path archive() {
        return folder.resolve("archive");
    }

    Path output() {
        return folder.resolve("out.jsonl");
    }

    /** Exports everything. */
    ExportReport run() {
        return run(Optional.empty(), 0, Long.MAX_VALUE);
    }

    /** Exports, and returns the lines of the file. */
    List<JsonNode> export(Optional<Conversation> conversation, long from, long to) throws IOException {
        run(conversation, from, to);
        return lines();
    }

    /** The lines of the file, after that of the manifest. */
    List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(output())) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines.remove(0).path("kind").asText()).isEqualTo("manifest");
        return lines;
    }

    static List<String> messageIds(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("kind").asText().equals("message"))
                .map(line -> line.at("/event/messageId").asText())
                .toList();
    }

    private ExportReport run(Optional<Conversation> conversation, long from, long to) {
        ExportSelection selection = new ExportSelection(
                Set.of(),
                conversation
                        .map(Conversation::key)
                        .map(ConversationPattern::parse)
                        .map(List::of)
                        .orElse(List.of()),
                Set.of(),
                Optional.empty(),
                Set.of(),
                new ExportSelection.Range(from, to));
        return run(selection, WriteOptions.DEFAULTS);
    }

    /** Exports the sessions of some conversations in a range of time, and returns the lines of the file. */
    List<JsonNode> export(String pattern, long from, long to) throws IOException {
        ExportSelection.Range range = new ExportSelection.Range(from, to);
        ExportSelection selection = new ExportSelection(
                Set.of(), List.of(ConversationPattern.parse(pattern)), Set.of(), Optional.empty(), Set.of(), range);
        run(selection, WriteOptions.DEFAULTS);
        return lines();
    }

    /** Exports a selection. */
    ExportReport run(ExportSelection selection, WriteOptions options) {
        return new ExportRun(
                        new ExportRequest(
                                new ArchiveSource(new ArchiveAccess(archive())),
                                selection,
                                new JsonLinesExport(),
                                options,
                                Compression.NONE),
                        new FileTarget(output()))
                .run();
    }
}
