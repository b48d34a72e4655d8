package io.multichat.jobs.erase.receipt;

import io.multichat.jobs.files.DurableNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** New files that only their owner can access. */
final class PrivateFile {
    private PrivateFile() {}

    /**
     * Creates a file that is complete, and on disk, whenever it exists.
     *
     * @throws FileAlreadyExistsException if it exists
     */
    static void create(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        createFolder(folder);
        // Temporary files are private from their creation.
        Path temporary = Files.createTempFile(folder, "new", ".tmp");
        try {
            write(temporary, text);
            // Unlike a move, this never replaces a file.
            Files.createLink(file, temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
        DurableNames.syncNew(folder);
    }

    /** Appends a text to a file, which must exist, and waits until it is on disk. */
    static void append(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static void write(Path file, String text, StandardOpenOption... options) throws IOException {
        StandardOpenOption[] chosen =
                options.length == 0 ? new StandardOpenOption[] {StandardOpenOption.WRITE} : options;
        try (FileChannel channel = FileChannel.open(file, chosen)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
