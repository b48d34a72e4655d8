package io.multichat.sinks.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;

/**
 * All file system operations that the archive uses for writing. A method that returns has done all of its work; one that
 * throws may have done part of it. Used by one thread.
 */
public interface ArchiveFiles extends Closeable {
    /** Creates folders and their parents durably; does nothing for those that exist. */
    void createFolders(Collection<Path> folders) throws IOException;

    /** Creates a file with the remaining bytes of a buffer; the file must not exist. */
    void create(Path file, ByteBuffer bytes) throws IOException;

    /** Appends the remaining bytes of a buffer to a file, which must exist. */
    void append(Path file, ByteBuffer bytes) throws IOException;

    /** Makes the contents of files durable and closes them. */
    void sync(Collection<Path> files) throws IOException;

    /** Makes the names in folders durable. */
    void syncFolders(Collection<Path> folders) throws IOException;

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
