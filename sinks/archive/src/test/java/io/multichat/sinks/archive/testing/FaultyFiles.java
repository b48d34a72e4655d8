package io.multichat.sinks.archive.testing;

import io.multichat.sinks.archive.files.ArchiveFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Real files on a disk that fails on request.
 *
 * @param files the real files
 * @param faults decides when it fails
 */
public record FaultyFiles(ArchiveFiles files, Faults faults) implements ArchiveFiles {
    @Override
    public void createFolders(Collection<Path> folders) throws IOException {
        for (Path folder : folders) {
            faults.step();
            files.createFolders(List.of(folder));
        }
    }

    @Override
    public void create(Path file, ByteBuffer bytes) throws IOException {
        faults.step(() -> files.create(file, half(bytes)));
        files.create(file, bytes);
    }

    @Override
    public void append(Path file, ByteBuffer bytes) throws IOException {
        faults.step(() -> files.append(file, half(bytes)));
        files.append(file, bytes);
    }

    @Override
    public void sync(Collection<Path> unfinished) throws IOException {
        for (Path file : unfinished) {
            faults.step();
            files.sync(List.of(file));
        }
    }

    @Override
    public void syncFolders(Collection<Path> folders) throws IOException {
        for (Path folder : folders) {
            faults.step();
            files.syncFolders(List.of(folder));
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        faults.step();
        files.move(from, to);
    }

    @Override
    public void link(Path complete, Path name) throws IOException {
        faults.step();
        files.link(complete, name);
    }

    @Override
    public void delete(Path path) throws IOException {
        faults.stepThatFrees();
        files.delete(path);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        return bytes.slice(bytes.position(), bytes.remaining() / 2);
    }
}
