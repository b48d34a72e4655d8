package io.multichat.app.jobs;

import io.multichat.jobs.imports.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Creates files to import. */
final class ImportLines {
    private ImportLines() {}

    /** A new file with these lines. */
    static ImportFile in(Path folder, String lines) {
        try {
            Path file = Files.createTempFile(folder, "chat", ".jsonl");
            return new ImportFile(Files.writeString(file, lines).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
