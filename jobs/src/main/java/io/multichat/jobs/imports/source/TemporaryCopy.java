package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy of a stream in the system's temporary folder, deleted when it is closed.
 *
 * @param copy the temporary file
 * @param source its content
 */
record TemporaryCopy(Path copy, OpenSource source) implements OpenSource {
    /**
     * Copies a stream to its end and closes it.
     *
     * @throws IOException when the stream cannot be read or the copy cannot be written; nothing is left then
     */
    static OpenSource of(InputStream input, String name) throws IOException {
        Path copy = Files.createTempFile("multichat-import", ".copy");
        try (input) {
            // Not Files.copy, which would replace the file, and with it the rights that keep others from reading it.
            try (OutputStream out = Files.newOutputStream(copy)) {
                input.transferTo(out);
            }
            return new TemporaryCopy(
                    copy,
                    OpenZip.isZip(copy)
                            ? ZipSource.of(copy, name, new ByteMeter())
                            : new SingleFile(name, new RegularFile(copy, "", new ByteMeter().file())));
        } catch (IOException | RuntimeException e) {
            Files.delete(copy);
            throw e;
        }
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean isCollection() {
        return source.isCollection();
    }

    @Override
    public List<ChatFile> files() {
        return source.files();
    }

    @Override
    public List<String> assumptions() {
        return source.assumptions();
    }

    @Override
    public void close() throws IOException {
        source.close();
        Files.deleteIfExists(copy);
    }
}
