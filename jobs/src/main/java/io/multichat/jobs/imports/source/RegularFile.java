package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One file that can be opened repeatedly.
 *
 * @param file the file
 * @param path the path that readers see
 * @param name what the user called it
 */
record RegularFile(Path file, String path, String name) implements OpenSource, ChatFile {
    RegularFile(Path file, String name) {
        this(file, slashed(file.toAbsolutePath().normalize()), name);
    }

    /** The names of a path, separated by slashes on every system. */
    static String slashed(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public List<ChatFile> files() {
        return List.of(this);
    }

    @Override
    public InputStream open() throws IOException {
        InputStream input = new FileInputStream(file.toFile());
        try {
            return Decompression.of(input);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }
}
