package io.multichat.jobs.client;

import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An archive on this machine. Does not need a running Multichat.
 *
 * @param root folder of the archive
 */
public record ArchiveAccess(Path root) {
    /** @throws ArchiveUnavailableException when the folder does not exist */
    public ArchiveReader reader() {
        requireFolder();
        return new ArchiveReader(root);
    }

    /**
     * A compactor.
     *
     * @param grace how long replaced files are kept
     * @throws ArchiveUnavailableException when the folder does not exist
     */
    public ArchiveCompactor compactor(Duration grace) {
        requireFolder();
        return new ArchiveCompactor(root, grace);
    }

    private void requireFolder() {
        if (!Files.isDirectory(root)) {
            throw new ArchiveUnavailableException(
                    "no archive at " + root + ": name its folder with --archive or --data-dir");
        }
    }
}
