package io.multichat.sinks.archive.segment;

import io.multichat.events.hash.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Writes one segment to a file that readers do not see yet. Keeps neither the file nor a compressor open, because it appends
 * whole frames. After an IOException only {@link #discard()} may be called. Used by one thread.
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
        LineEncoder.encode(line.entry(), lines);
        int added = lines.length() - before;
        writeWhenFull(added);
        return added;
    }

    /** Adds an encoded line, without its line break, that the tally already counts. */
    public void copy(byte[] line) throws IOException {
        lines.add(line).add(LINE_BREAK);
        writeWhenFull(line.length + LINE_BREAK.length);
    }

    /** The counts of the lines so far. */
    public SegmentTally tally() {
        return tally;
    }

    /** The unfinished file. */
    public Path file() {
        return file;
    }

    /**
     * Writes the remaining lines and makes the file durable.
     *
     * @param path its final path, relative to the archive's root
     */
    public SegmentFile finish(String path) throws IOException {
        if (lines.length() > 0) {
            writeFrame();
        }
        storage.files().sync(file);
        return tally.toFile(path, bytes, Sha256.finish(digest));
    }

    /** Frees the memory of lines that are not written yet; the file stays. */
    public void discard() {
        storage.buffers().give(lines.length());
        lines = new LineBuffer(0);
    }

    private void writeWhenFull(int added) throws IOException {
        storage.buffers().take(added);
        if (storage.buffers().full(lines.length())) {
            writeFrame();
        }
    }

    private void writeFrame() throws IOException {
        byte[] frame = storage.frames().encode(lines.array(), lines.length());
        if (bytes == 0) {
            storage.files().createFolders(file.getParent());
            storage.files().create(file, frame);
        } else {
            storage.files().append(file, frame);
        }
        digest.update(frame);
        bytes += frame.length;
        discard();
    }
}
