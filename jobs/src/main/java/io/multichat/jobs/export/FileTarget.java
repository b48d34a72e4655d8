package io.multichat.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/**
 * A regular file, which is complete whenever it exists. A file from an earlier export is replaced and keeps its owner, its group
 * and its permissions.
 *
 * @param file not a link
 */
record FileTarget(Path file) implements ExportTarget {
    private static final int BUFFER_BYTES = 256 << 10;

    @Override
    public Path scratch() {
        return file.toAbsolutePath().getParent();
    }

    @Override
    public ExportReport write(Writing writing) throws IOException {
        Path temporary = scratch().resolve(".multichat-export-" + UUID.randomUUID() + ".part");
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (Files.exists(file)) {
                copyAccess(temporary);
            }
            OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            ExportReport report = writing.to(output);
            output.flush();
            channel.force(true);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Before any content is written, so that nobody reads what the earlier file hid. */
    private void copyAccess(Path temporary) throws IOException {
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (to == null) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributes own = to.readAttributes();
        // A change of the owner removes some permissions, so they come last.
        if (!own.owner().equals(from.owner())) {
            to.setOwner(from.owner());
        }
        if (!own.group().equals(from.group())) {
            to.setGroup(from.group());
        }
        to.setPermissions(from.permissions());
    }
}
