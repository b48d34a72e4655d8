package io.multichat.sinks.archive.testing;

import io.multichat.sinks.archive.files.ArchiveFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Real files on a disk that fails on request.
 *
 * @param files the real files
 * @param faults decides when it fails
 */
public record FaultyFiles(ArchiveFiles files, Faults faults) implements ArchiveFiles {
    @Override
    public void createFolders(Path folder) throws IOException {
        faults.step();
        files.createFolders(folder);
    }

    @Override
    public void create(Path file, byte[] bytes) throws IOException {
        if (faults.tearsNext()) {
            files.create(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        faults.step();
        files.create(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        if (faults.tearsNext()) {
            files.append(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        faults.step();
        files.append(file, bytes);
    }

    @Override
    public void sync(Path file) throws IOException {
        faults.step();
        files.sync(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        faults.step();
        files.syncFolder(folder);
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
}
