package io.multichat.server.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a file by which a change is noticed without reading it.
 *
 * @param modified the time of the last modification
 * @param size in bytes
 * @param inode identifies the file if the file system can; a file that is replaced has another one
 */
record FileStamp(Instant modified, long size, Optional<Object> inode) {
    // Clocks of file systems are coarse: a file may change twice at the same time.
    private static final Duration COARSE = Duration.ofSeconds(2);

    /** @throws IOException if the file is missing or cannot be examined */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(
                attributes.lastModifiedTime().toInstant(),
                attributes.size(),
                Optional.ofNullable(attributes.fileKey()));
    }

    /** True if the file may have changed after this stamp without a different stamp. */
    boolean isTooFresh() {
        return Instant.now().isBefore(modified.plus(COARSE));
    }
}
