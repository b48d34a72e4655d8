package io.multichat.sinks.archive.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Files on a POSIX file system with hard links. Keeps a bounded number of files open between writes. */
public final class LocalFiles implements ArchiveFiles {
    private final OpenChannels channels;
    private final ParallelSync syncs = new ParallelSync();

    /** @param openFiles the maximum number of open files, at least 1 */
    public LocalFiles(int openFiles) {
        channels = new OpenChannels(openFiles);
    }

    @Override
    public void createFolders(Collection<Path> folders) throws IOException {
        Set<Path> changed = new LinkedHashSet<>();
        for (Path folder : folders) {
            Folders.create(folder, changed);
        }
        syncFolders(changed);
    }

    @Override
    public void create(Path file, ByteBuffer bytes) throws IOException {
        channels.write(file, StandardOpenOption.CREATE_NEW, bytes);
    }

    @Override
    public void append(Path file, ByteBuffer bytes) throws IOException {
        channels.write(file, StandardOpenOption.APPEND, bytes);
    }

    @Override
    public void sync(Collection<Path> files) throws IOException {
        for (Path file : files) {
            channels.close(file);
        }
        syncs.runAll(files, StandardOpenOption.WRITE);
    }

    @Override
    public void syncFolders(Collection<Path> folders) throws IOException {
        syncs.runAll(folders, StandardOpenOption.READ);
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
        syncs.close();
        channels.close();
    }
}
