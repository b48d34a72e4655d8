package io.multichat.app.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories that only their owner can access, whatever the umask. On file systems without permissions: plain ones. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("------rwx");

    private PrivateFiles() {}

    /** Writes a file atomically. Its content is on disk before its name is. */
    public static void write(Path file, String text) throws IOException {
        // Temporary files are private from their creation.
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".tmp");
        Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Creates a directory and those around it when they are missing. */
    public static void createDirectories(Path directory) throws IOException {
        if (hasPermissions()) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Whether users outside the owner's group have any right on a file; false when it does not exist. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return hasPermissions()
                && Files.exists(file)
                && !Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS);
    }

    /** Takes all rights from group and others, on a file or on a directory and everything in it. Does not follow links. */
    public static void tighten(Path start) throws IOException {
        if (!hasPermissions() || !Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> open;
        try (Stream<Path> files = Files.walk(start)) {
            open = files.filter(PrivateFiles::isOpen).toList();
        }
        for (Path file : open) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.retainAll(DIRECTORY);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean isOpen(Path file) {
        try {
            return !Files.isSymbolicLink(file) && !DIRECTORY.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            // It has just been removed, or it is not ours.
            return false;
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
