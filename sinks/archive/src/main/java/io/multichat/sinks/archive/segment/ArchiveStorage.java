package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveLayout;
import java.io.IOException;

/**
 * The resources that all writers of a task share. Used by one thread.
 *
 * @param layout the paths
 * @param files writes files
 * @param compression the format of new segments
 * @param frames compresses in that format
 * @param buffers limits the memory for lines that are not compressed yet
 */
public record ArchiveStorage(
        ArchiveLayout layout, ArchiveFiles files, Compression compression, FrameEncoder frames, FrameBuffers buffers)
        implements AutoCloseable {

    /** Closes files and frees native memory. Nothing may be written afterwards. */
    @Override
    public void close() throws IOException {
        frames.close();
        files.close();
    }
}
