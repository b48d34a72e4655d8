package io.multichat.jobs.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes the names in folders durable. That the content of a file is on disk does not mean that its name is: a power failure may undo a
 * move, a link or a new folder, and what was done after it stays.
 */
public final class DurableNames {
    private DurableNames() {}

    /** Waits until the names in a folder are on disk. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Waits until the names in a folder, which may be new, and its own name are on disk. */
    public static void syncNew(Path folder) throws IOException {
        sync(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            sync(parent);
        }
    }
}
