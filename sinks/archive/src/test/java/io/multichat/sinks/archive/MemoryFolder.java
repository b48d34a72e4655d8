package io.multichat.sinks.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New folders for tests that make many archives: in memory where there is such a file system, since most of their time is fsync. */
final class MemoryFolder {
    private static final Path MEMORY = Path.of("/dev/shm");

    private MemoryFolder() {}

    static Path create() throws IOException {
        return Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "archive")
                : Files.createTempDirectory("archive");
    }
}
