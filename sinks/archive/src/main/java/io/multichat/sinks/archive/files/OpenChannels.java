package io.multichat.sinks.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that are open for writing, up to a limit. The least recently used one is closed to make room, and opened again when it is
 * next written. Used by one thread.
 */
final class OpenChannels implements Closeable {
    private final int limit;
    private final Map<Path, FileChannel> byPath = new LinkedHashMap<>(16, 0.75f, true);

    OpenChannels(int limit) {
        this.limit = limit;
    }

    /** The channel of a file; {@code option} says how to open the file if it is closed. */
    FileChannel get(Path file, OpenOption option) throws IOException {
        FileChannel open = byPath.get(file);
        if (open != null) {
            return open;
        }
        Iterator<FileChannel> leastRecentlyUsed = byPath.values().iterator();
        while (byPath.size() >= limit) {
            FileChannel channel = leastRecentlyUsed.next();
            leastRecentlyUsed.remove();
            channel.close();
        }
        FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE, option);
        byPath.put(file, opened);
        return opened;
    }

    /** Writes the remaining bytes of a buffer. */
    void write(Path file, OpenOption option, ByteBuffer bytes) throws IOException {
        FileChannel channel = get(file, option);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // The exception of a channel does not name the file, but an operator must know which disk is full.
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    void close(Path file) throws IOException {
        FileChannel channel = byPath.remove(file);
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : byPath.keySet().toArray(new Path[0])) {
            close(file);
        }
    }
}
