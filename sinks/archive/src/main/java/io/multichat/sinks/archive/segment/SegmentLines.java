package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of one segment, from first to last. Holds one line in memory. Used by one thread. */
public final class SegmentLines implements Closeable {
    private final InputStream in;
    private final Path file;
    private final long expected;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long read;

    /**
     * Opens the file.
     *
     * @param segment determines the compression and the number of lines
     */
    public SegmentLines(Path file, Segment segment) throws IOException {
        InputStream compressed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in = Compression.ofFile(segment.file().path()).decompress(compressed);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
        this.file = file;
        expected = segment.file().records();
    }

    private SegmentLines() {
        in = InputStream.nullInputStream();
        file = Path.of("");
        expected = 0;
    }

    /** No lines: those of a segment that was erased as a whole. */
    public static SegmentLines none() {
        return new SegmentLines();
    }

    /**
     * The next line without its line break; empty after the last one.
     *
     * @throws ArchiveDamagedException when the number of lines differs from the manifest's
     */
    public Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (filled()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            from = end + 1;
            if (end < to) {
                read++;
                return Optional.of(line.toByteArray());
            }
        }
        if (line.size() > 0 || read != expected) {
            throw new ArchiveDamagedException(file + " has " + read + " whole lines; its manifest says " + expected);
        }
        return Optional.empty();
    }

    private boolean filled() throws IOException {
        if (from >= to) {
            from = 0;
            to = in.read(buffer);
        }
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
