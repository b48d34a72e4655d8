package io.multichat.app.jobs;

import io.multichat.formats.ReadOptions;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Creates files to import. */
final class ImportLines {
    private ImportLines() {}

    /** The import of a new file with these lines. */
    static ImportRequest in(Path folder, String lines) {
        try {
            Path file = Files.createTempFile(folder, "chat", ".jsonl");
            return ImportRequest.of(
                    List.of(new ImportFile(Files.writeString(file, lines).toString())),
                    Optional.empty(),
                    ReadOptions.limitedTo(1 << 20),
                    new ClockSkew(Duration.ofMinutes(5)),
                    refusal -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
