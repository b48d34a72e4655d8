package io.multichat.reading.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Copies a store into a backup and back. */
public interface StoreBackup {
    /** The name of the store, such as {@code sqlite}; in a backup, its folder. */
    String name();

    /** True if the store has data. */
    boolean exists();

    /**
     * Copies the store as it is at one moment, while its sink may write to it.
     *
     * @param folder an empty folder
     * @return all files of the copy, each durable
     * @throws io.multichat.reading.StoreException if the store is damaged or cannot be read
     */
    List<CopiedFile> copyTo(Path folder) throws IOException;

    /**
     * The next offset that the store needs of each topic-partition, by names such as {@code chat-transcript-0}.
     *
     * @param folder a copy that {@link #copyTo} made
     */
    Map<String, Long> positions(Path folder) throws IOException;

    /**
     * Makes a copy the content of the store, which must not exist.
     *
     * @param folder a copy that {@link #copyTo} made
     */
    void restoreFrom(Path folder) throws IOException;
}
