package io.multichat.jobs.export.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
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
        boolean noted = Files.exists(notes, LinkOption.NOFOLLOW_LINKS);
        if (noted && !notes.toRealPath().equals(notes)) {
            throw new DeliveryException(notes + " is a link; remove it");
        }
        if (force) {
            requireDelivery(folder);
        } else if (!noted || !Files.exists(notes.resolve(REQUEST), LinkOption.NOFOLLOW_LINKS)) {
            requireEmpty(path, folder);
            requireNothingNoted(path, notes);
        }
        Files.createDirectories(notes);
        return new FolderClaim(folder, locked(notes, path));
    }

    /**
     * Compares the request of this export with that of the notes.
     *
     * @throws DeliveryException when the notes are those of another request
     */
    void requireSame(String request, Path path) throws IOException {
        Optional<String> noted =
                NoteFile.readText(folder.resolve(DeliveryFolder.NOTES).resolve(REQUEST));
        if (noted.isPresent() && !noted.get().equals(request)) {
            throw new DeliveryException(path
                    + " holds an unfinished export with other options, or of another version; repeat it with the same"
                    + " ones, or discard it with --force");
        }
    }

    /** Notes the request of this export; from here on, its notes count. */
    void accept(String request) throws IOException {
        NoteFile.writeText(folder.resolve(DeliveryFolder.NOTES).resolve(REQUEST), request);
    }

    private static void requireDelivery(Path folder) throws IOException {
        if (Files.exists(folder.resolve(ManifestFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            ManifestFile.check(folder);
        }
    }

    private static void requireEmpty(Path path, Path folder) throws IOException {
        if (Files.exists(folder.resolve(ManifestFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw new DeliveryException(
                    path + " already holds a delivery; name another folder or replace it with --force");
        }
        if (hasOther(folder, DeliveryFolder.NOTES)) {
            throw new DeliveryException(path + " is not empty; name another folder or write into it with --force");
        }
    }

    /** An export that was interrupted before it noted its request has only locked the folder. */
    private static void requireNothingNoted(Path path, Path notes) throws IOException {
        if (Files.exists(notes, LinkOption.NOFOLLOW_LINKS) && hasOther(notes, LOCK)) {
            throw new DeliveryException(path + " holds an unfinished export that cannot be continued, because "
                    + DeliveryFolder.NOTES + "/" + REQUEST + " is missing; discard it with --force");
        }
    }

    private static boolean hasOther(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.endsWith(name) && !file.endsWith(REQUEST + ".part"));
        }
    }

    private static FileChannel locked(Path notes, Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                notes.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
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
