package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveLayout;
import java.io.IOException;

/**
 * What all writers of a task share. Used by one thread.
 *
 * @param layout where things lie
 * @param files how files are written
 * @param compression how segments are compressed
 * @param frames the compressor
 * @param buffers the memory for lines that are not compressed yet
 */
public record ArchiveStorage(
        ArchiveLayout layout, ArchiveFiles files, Compression compression, FrameEncoder frames, FrameBuffers buffers)
        implements AutoCloseable {

    /** Lets go of files and native memory; nothing may be written afterwards. */
    @Override
    public void close() throws IOException {
        frames.close();
        files.close();
    }
}
