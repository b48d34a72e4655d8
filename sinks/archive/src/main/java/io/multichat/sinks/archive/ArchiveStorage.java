package io.multichat.sinks.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What all writers of a task share. Used by one thread.
 *
 * @param layout where things lie
 * @param files how files are written
 * @param compression how segments are compressed
 * @param frames the compressor
 * @param buffers the memory for lines that are not compressed yet
 */
record ArchiveStorage(
        ArchiveLayout layout, ArchiveFiles files, Compression compression, FrameEncoder frames, FrameBuffers buffers)
        implements AutoCloseable {

    static ArchiveStorage of(ArchiveSettings settings) {
        return new ArchiveStorage(
                new ArchiveLayout(settings.root()),
                new LocalFiles(settings.openFiles()),
                settings.compression(),
                settings.compression().encoder(),
                FrameBuffers.defaults());
    }

    /**
     * Tries once what every commit needs, so that an unfit file system is found before any record is read.
     *
     * @throws IOException when the root cannot be written or has no hard links
     */
    void probe() throws IOException {
        Path folder = layout.root().resolve(".pending");
        files.createFolders(folder);
        Path file = folder.resolve(UUID.randomUUID().toString());
        Path name = folder.resolve(UUID.randomUUID().toString());
        try {
            files.create(file, new byte[] {'\n'});
            files.sync(file);
            files.link(file, name);
        } finally {
            files.delete(file);
            files.delete(name);
        }
    }

    /** Lets go of files and native memory; nothing may be written afterwards. */
    @Override
    public void close() throws IOException {
        frames.close();
        files.close();
    }
}
