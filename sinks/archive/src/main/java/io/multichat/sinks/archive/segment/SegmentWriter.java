package io.multichat.sinks.archive.segment;

import io.multichat.events.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * Writes one segment to a file that readers do not see yet. Keeps neither the file nor a compressor open, because it appends
 * whole frames. {@link FrameBuffers} may make it write a frame while another segment gets a line. After an IOException only
 * {@link #discard()} may be called. Used by one thread.
 */
public final class SegmentWriter {
    private static final byte[] LINE_BREAK = {'\n'};

    private final Path file;
    private final ArchiveStorage storage;
    private final MessageDigest digest = Sha256.start();
    private final SegmentTally tally = new SegmentTally();
    private LineBuffer lines = new LineBuffer(0);
    private long bytes;

    public SegmentWriter(Path file, ArchiveStorage storage) {
        this.file = file;
        this.storage = storage;
    }

    /**
     * Adds a line.
     *
     * @return its length in bytes, with the line break
     */
    public int append(ArchivedLine line) throws IOException {
        tally.add(line);
        int before = lines.length();
        int memoryBefore = memory();
        LineEncoder.encode(line.entry(), lines);
        int added = lines.length() - before;
        added(memoryBefore);
        return added;
    }

    /** Adds an encoded line, without its line break, that the tally already counts. */
    public void copy(byte[] line) throws IOException {
        int memoryBefore = memory();
        lines.add(line).add(LINE_BREAK);
        added(memoryBefore);
    }

    /** The counts of the lines so far. */
    public SegmentTally tally() {
        return tally;
    }

    /**
     * Writes the remaining lines. The caller makes the file durable.
     *
     * @param path its final path, relative to the archive's root
     */
    public SegmentFile finish(String path) throws IOException {
        free();
        return tally.toFile(path, bytes, Sha256.finish(digest));
    }

    /** Frees the memory of lines that are not written yet; the file stays. */
    public void discard() {
        storage.buffers().freed(this);
        lines = new LineBuffer(0);
    }

    /** The memory for lines, in bytes. */
    int memory() {
        return lines.array().length;
    }

    /** Writes the lines so far and frees their memory. */
    void free() throws IOException {
        if (lines.length() > 0) {
            writeFrame();
        }
        discard();
    }

    // The memory stays after a whole frame: the next one is likely to follow.
    private void added(int memoryBefore) throws IOException {
        if (storage.buffers().isFrame(lines.length())) {
            writeFrame();
        }
        if (memory() > memoryBefore) {
            storage.buffers().taken(this, memory() - memoryBefore);
        }
    }

    private void writeFrame() throws IOException {
        ByteBuffer frame = storage.frames().encode(lines.array(), lines.length());
        digest.update(frame.duplicate());
        int length = frame.remaining();
        if (bytes == 0) {
            storage.files().createFolders(List.of(file.getParent()));
            storage.files().create(file, frame);
        } else {
            storage.files().append(file, frame);
        }
        bytes += length;
        lines.clear();
    }
}
