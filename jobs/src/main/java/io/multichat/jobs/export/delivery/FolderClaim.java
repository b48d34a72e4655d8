package io.multichat.jobs.export.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The right of one process to write to a folder.
 *
 * @param folder the folder, without links
 * @param lock held until it is closed
 */
record FolderClaim(Path folder, FileChannel lock) {
    /** The name of the file that is locked. */
    static final String LOCK = "lock";

    /** The name of the file with the request. */
    static final String REQUEST = "request";

    /**
     * Claims a folder, which is created if necessary.
     *
     * @param force true if it may hold something
     * @throws DeliveryException when the folder may not be written to
     */
    static FolderClaim on(Path path, boolean force) throws IOException {
        Files.createDirectories(path);
        Path folder = path.toRealPath();
        Path notes = folder.resolve(DeliveryFolder.NOTES);
        if (!force && !Files.exists(notes, LinkOption.NOFOLLOW_LINKS)) {
            requireEmpty(path, folder);
        }
        Files.createDirectories(notes);
        if (!notes.toRealPath().equals(notes)) {
            throw new DeliveryException(notes + " is a link; remove it");
        }
        return new FolderClaim(folder, locked(notes, path));
    }

    /**
     * Notes the request of this export.
     *
     * @throws DeliveryException when the notes are those of another request
     */
    void accept(String request, Path path, boolean force) throws IOException {
        Path file = folder.resolve(DeliveryFolder.NOTES).resolve(REQUEST);
        if (!force && Files.exists(file) && !Files.readString(file).equals(request)) {
            lock.close();
            throw new DeliveryException(
                    path + " holds an unfinished export with other options; repeat it with the same ones,"
                            + " or discard it with --force");
        }
        Files.writeString(file, request);
    }

    private static void requireEmpty(Path path, Path folder) throws IOException {
        if (Files.exists(folder.resolve(ManifestFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw new DeliveryException(
                    path + " already holds a delivery; name another folder or replace it with --force");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new DeliveryException(path + " is not empty; name another folder or write into it with --force");
            }
        }
    }

    private static FileChannel locked(Path notes, Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(notes.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException e) {
            throw new DeliveryException("another export in this process writes to " + path, e);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new DeliveryException("another export writes to " + path + "; wait for it");
        }
        return channel;
    }
}
