package io.multichat.app.embedded;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The space on the disk of a folder.
 *
 * @param folder the folder; need not exist
 */
public record DiskSpace(Path folder) {
    // Kafka ends the process when it cannot write. A broker that has ended frees a little of what it had reserved.
    private static final long LITTLE_BYTES = 8L << 20;

    /** What to do if the disk is full or nearly so, in one line; empty while there is space, or if that cannot be found out. */
    public Optional<String> problem() {
        return bytes(FileStore::getUsableSpace) < LITTLE_BYTES
                ? Optional.of("No space left on device: the disk of " + folder
                        + " is full. Free some space, then start multichat dev if it has ended; it continues where it"
                        + " stopped, and nothing that was acknowledged is lost")
                : Optional.empty();
    }

    /** The bytes that can still be written; NaN if that cannot be found out. */
    double freeBytes() {
        return bytes(FileStore::getUsableSpace);
    }

    /** The size of the disk in bytes; NaN if that cannot be found out. */
    double totalBytes() {
        return bytes(FileStore::getTotalSpace);
    }

    private interface Size {
        long of(FileStore disk) throws IOException;
    }

    private double bytes(Size size) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? Double.NaN : size.of(Files.getFileStore(existing));
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
