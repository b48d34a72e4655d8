package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A segment while it grows, out of readers' sight. Keeps no file open and no compressor: it adds whole frames to its file. After an
 * IOException only {@link #discard()} may be called. Used by one thread.
 */
public final class SegmentWriter {
    private final Path file;
    private final ArchiveStorage storage;
    private final MessageDigest digest = Sha256.start();
    private GrowingBytes gathered = new GrowingBytes(0);
    private final SegmentTally tally = new SegmentTally();
    private long bytes;

    public SegmentWriter(Path file, ArchiveStorage storage) {
        this.file = file;
        this.storage = storage;
    }

    public void append(Line line) throws IOException {
        tally.add(line);
        write(line.bytes());
    }

    /** Adds a line that the tally knows of already, with its line break. */
    public void write(byte[] line) throws IOException {
        gathered.add(line);
        storage.buffers().take(line.length);
        if (storage.buffers().full(gathered.length())) {
            writeFrame();
        }
    }

    public SegmentTally tally() {
        return tally;
    }

    public Path file() {
        return file;
    }

    /**
     * Completes the file durably.
     *
     * @param path what it will be called, relative to the archive's root
     */
    public SegmentFile finish(String path) throws IOException {
        if (gathered.length() > 0) {
            writeFrame();
        }
        storage.files().sync(file);
        return tally.toFile(path, bytes, Sha256.finish(digest));
    }

    /** Frees memory; the file stays. */
    public void discard() {
        storage.buffers().give(gathered.length());
        gathered = new GrowingBytes(0);
    }

    private void writeFrame() throws IOException {
        byte[] frame = storage.frames().encode(gathered.array(), gathered.length());
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
