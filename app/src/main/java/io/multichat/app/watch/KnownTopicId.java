package io.multichat.app.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The id of a topic that was last seen, in a file: a topic that was deleted and created again has the same name but another id.
 *
 * @param file the file
 */
record KnownTopicId(Path file) {
    /** Empty before the first {@link #write}. */
    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does nothing if the id is known. */
    void write(String id) {
        if (read().equals(Optional.of(id))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, id + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
