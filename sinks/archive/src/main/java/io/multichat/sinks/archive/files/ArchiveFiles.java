package io.multichat.sinks.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything that the archive does to a file system when it writes. A method that returns has done its work; one that throws
 * may have done a part of it. Used by one thread.
 */
public interface ArchiveFiles extends Closeable {
    /** Makes a folder and those above it durably; does nothing when it is there. */
    void createFolders(Path folder) throws IOException;

    /** Starts a file, which must not exist, with these bytes. */
    void create(Path file, byte[] bytes) throws IOException;

    /** Adds bytes to a file, which must exist. */
    void append(Path file, byte[] bytes) throws IOException;

    /** Makes a file's content durable and lets go of it. */
    void sync(Path file) throws IOException;

    /** Makes durable which names a folder holds. */
    void syncFolder(Path folder) throws IOException;

    /** Renames in one step; readers see the old name or the new one. */
    void move(Path from, Path to) throws IOException;

    /**
     * Gives a complete file its final name, in one step and only if nobody took that name.
     *
     * <p>A hard link, since nothing else does both: creating exclusively shows readers a file that is still empty, and
     * renaming replaces what another writer put there.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the name is taken
     */
    void link(Path complete, Path name) throws IOException;

    /** Removes a file or an empty folder, and lets go of it; does nothing when it is not there. */
    void delete(Path path) throws IOException;
}
