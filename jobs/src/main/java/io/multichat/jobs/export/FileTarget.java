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
import java.util.UUID;

/**
 * A file that appears only when it is complete.
 *
 * @param file replaced when it exists
 */
public record FileTarget(Path file) implements ExportTarget {
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
}
