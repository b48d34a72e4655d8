package io.multichat.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.formats.jsonl.JsonLinesWriter;
import io.multichat.jobs.client.ArchiveAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(output())) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    static List<String> messageIds(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("kind").asText().equals("message"))
                .map(line -> line.at("/event/messageId").asText())
                .toList();
    }

    private ExportReport run(Optional<Conversation> conversation, long from, long to) {
        return new ExportRun(
                        new ExportRequest(new ArchiveAccess(archive()), JsonLinesWriter::new, conversation, from, to),
                        new FileTarget(output()))
                .run();
    }
}
