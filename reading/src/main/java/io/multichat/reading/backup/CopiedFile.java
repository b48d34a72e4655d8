package io.multichat.reading.backup;

import io.multichat.events.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a copy.
 *
 * @param path relative to the folder of the copy, with {@code /}
 * @param bytes its size
 * @param sha256 of its content, in lower-case hex
 */
public record CopiedFile(String path, long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** Describes a file as it is on disk. */
    public static CopiedFile of(Path folder, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream nowhere = OutputStream.nullOutputStream()) {
            return read(in, path(folder, file), nowhere::write);
        }
    }

    /**
     * Copies a file durably, and creates the folders around it.
     *
     * @param to the copy, which must not exist
     * @param folder contains the copy
     * @throws java.nio.file.NoSuchFileException when there is no file to copy; nothing was created then
     */
    public static CopiedFile copy(Path from, Path to, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            Files.createDirectories(to.getParent());
            try (FileChannel copy = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                CopiedFile copied = read(in, path(folder, to), (buffer, start, length) -> {
                    ByteBuffer bytes = ByteBuffer.wrap(buffer, start, length);
                    while (bytes.hasRemaining()) {
                        copy.write(bytes);
                    }
                });
                copy.force(true);
                return copied;
            }
        }
    }

    /** All files in a folder and the folders in it, sorted by path; none if it does not exist. */
    public static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private interface Target {
        void write(byte[] buffer, int start, int length) throws IOException;
    }

    private static CopiedFile read(InputStream in, String path, Target target) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            target.write(buffer, 0, read);
            size += read;
        }
        return new CopiedFile(path, size, Sha256.finish(digest));
    }

    private static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
