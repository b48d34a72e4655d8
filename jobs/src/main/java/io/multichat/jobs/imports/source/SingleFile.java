package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.nio.file.Path;
import java.util.List;

/**
 * One file that can be opened repeatedly.
 *
 * @param name what the user called it
 * @param file the file
 */
record SingleFile(String name, ChatFile file) implements OpenSource {
    /** A file that the user gave. */
    static SingleFile of(Path path, String name, ByteMeter meter) {
        return new SingleFile(
                name,
                new RegularFile(path, RegularFile.slashed(path.toAbsolutePath().normalize()), meter.file()));
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public List<ChatFile> files() {
        return List.of(file);
    }
}
