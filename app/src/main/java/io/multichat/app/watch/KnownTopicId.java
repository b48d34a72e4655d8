package io.multichat.app.watch;

import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The id of a topic that was last seen, in a file: a topic that was deleted and created again has the same name but another id.
 *
 * @param file the file
 */
record KnownTopicId(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTopicId.class);

    /** Empty before the first {@link #write}, or if the file does not hold an id. */
    Optional<Uuid> read() {
        try {
            return Files.exists(file)
                    ? id(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does nothing if the id is known. */
    void write(Uuid id) {
        if (read().equals(Optional.of(id))) {
            return;
        }
        try {
            PrivateFiles.createDirectories(file.toAbsolutePath().getParent());
            PrivateFiles.write(file, id + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Uuid> id(String text) {
        try {
            return Optional.of(Uuid.fromString(text));
        } catch (IllegalArgumentException e) {
            LOG.warn("transcript-topic-id.txt holds no id of a topic and is written again");
            return Optional.empty();
        }
    }
}
