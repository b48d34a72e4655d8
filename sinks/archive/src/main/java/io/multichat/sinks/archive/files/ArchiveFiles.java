package io.multichat.sinks.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * All file system operations that the archive uses for writing. A method that returns has done all of its work; one that
 * throws may have done part of it. Used by one thread.
 */
public interface ArchiveFiles extends Closeable {
    /** Creates a folder and its parents durably; does nothing when it exists. */
    void createFolders(Path folder) throws IOException;

    /** Creates a file with these bytes; the file must not exist. */
    void create(Path file, byte[] bytes) throws IOException;

    /** Appends bytes to a file, which must exist. */
    void append(Path file, byte[] bytes) throws IOException;

    /** Makes the content of a file durable and closes it. */
    void sync(Path file) throws IOException;

    /** Makes the names in a folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** Renames a file atomically: readers see the old name or the new one. */
    void move(Path from, Path to) throws IOException;

    /**
     * Gives a complete file its final name, atomically and only if the name is free.
     *
     * <p>Requires a hard link: creating the file exclusively would show readers an empty file first, and renaming it would
     * replace the file of another writer.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the name is taken
     */
    void link(Path complete, Path name) throws IOException;

    /** Closes and removes a file, or removes an empty folder; does nothing when it does not exist. */
    void delete(Path path) throws IOException;
}
