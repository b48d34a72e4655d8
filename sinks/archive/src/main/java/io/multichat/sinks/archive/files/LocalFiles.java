package io.multichat.sinks.archive.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files on a POSIX file system with hard links. Keeps a bounded number of files open between writes. */
public final class LocalFiles implements ArchiveFiles {
    private final OpenChannels channels;

    /** @param openFiles the maximum number of open files, at least 1 */
    public LocalFiles(int openFiles) {
        channels = new OpenChannels(openFiles);
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolders(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (parent != null) {
            syncFolder(parent);
        }
    }

    @Override
    public void create(Path file, byte[] bytes) throws IOException {
        channels.write(file, StandardOpenOption.CREATE_NEW, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        channels.write(file, StandardOpenOption.APPEND, bytes);
    }

    @Override
    public void sync(Path file) throws IOException {
        channels.get(file, StandardOpenOption.APPEND).force(true);
        channels.close(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void link(Path complete, Path name) throws IOException {
        try {
            Files.createLink(name, complete);
        } catch (UnsupportedOperationException e) {
            throw new IOException(
                    "the file system of " + name
                            + " does not support hard links, which the archive needs; move archive.dir to one that does",
                    e);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        channels.close(path);
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        channels.close();
    }
}
