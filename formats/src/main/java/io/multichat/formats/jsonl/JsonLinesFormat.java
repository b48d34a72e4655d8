package io.multichat.formats.jsonl;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileByFile;
import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;
import java.io.IOException;
import java.util.Optional;

/** Multichat's own format: one event per line. */
public final class JsonLinesFormat implements ChatFormat {
    /** The name of the format. */
    public static final String NAME = "jsonl";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.lines().stream()
                        .anyMatch(line ->
                                line.startsWith("{") && line.contains("\"platform\"") && line.contains("\"channel\""))
                || ExportedLines.recognizes(head);
    }

    @Override
    public ChatReader open(ChatSource source, ReadOptions options) throws IOException {
        if (source.isCollection()) {
            return new FileByFile(this, source, (file, name, sink) -> {
                try (ChatReader lines = lines(file, name, options)) {
                    lines.read(sink);
                }
            });
        }
        return lines(source.files().get(0), Optional.empty(), options);
    }

    private static ChatReader lines(ChatFile file, Optional<String> name, ReadOptions options) throws IOException {
        if (ExportedLines.recognizes(FileHead.of(file.path(), file.head()))) {
            return new ExportedLines(file.open(), name);
        }
        return new EventLines(RecognizedEvents.open(file.open(), options.maxEventBytes()), name);
    }
}
