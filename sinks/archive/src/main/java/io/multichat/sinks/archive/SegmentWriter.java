package io.multichat.sinks.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A segment while it grows, out of readers' sight. Keeps no file open and no compressor: it adds whole frames to its file. After an
 * IOException only {@link #discard()} may be called. Used by one thread.
 */
final class SegmentWriter {
    private final Path file;
    private final ArchiveStorage storage;
    private final MessageDigest digest = Sha256.start();
    private GrowingBytes gathered = new GrowingBytes(0);
    private final SegmentTally tally = new SegmentTally();
    private long bytes;

    SegmentWriter(Path file, ArchiveStorage storage) {
        this.file = file;
        this.storage = storage;
    }

    void append(Line line) throws IOException {
        tally.add(line);
        write(line.bytes());
    }

    /** Adds a line that the tally knows of already, with its line break. */
    void write(byte[] line) throws IOException {
        gathered.add(line);
        storage.buffers().take(line.length);
        if (storage.buffers().full(gathered.length())) {
            writeFrame();
        }
    }

    SegmentTally tally() {
        return tally;
    }

    Path file() {
        return file;
    }

    /**
     * Completes the file durably.
     *
     * @param path what it will be called, relative to the archive's root
     */
    SegmentFile finish(String path) throws IOException {
        if (gathered.length() > 0) {
            writeFrame();
        }
        storage.files().sync(file);
        return tally.toFile(path, bytes, Sha256.finish(digest));
    }

    /** Frees memory; the file stays. */
    void discard() {
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
