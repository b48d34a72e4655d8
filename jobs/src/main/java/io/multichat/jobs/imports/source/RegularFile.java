package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file that can be opened repeatedly.
 *
 * @param file the file
 * @param path the path that readers see
 * @param meter counts its bytes
 */
record RegularFile(Path file, String path, ByteMeter.OfFile meter) implements ChatFile {
    /** The names of a path, separated by slashes on every system. */
    static String slashed(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    @Override
    public InputStream open() throws IOException {
        InputStream input = new CountedStream(new FileInputStream(file.toFile()), meter::at);
        try {
            return Decompression.of(input);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }
}
