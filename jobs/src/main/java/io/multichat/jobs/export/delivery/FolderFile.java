package io.multichat.jobs.export.delivery;

import io.multichat.events.hash.Sha256;
import io.multichat.formats.write.FileCounts;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file that is being written: hidden until it is complete, then moved to its place. Used by one thread. */
public final class FolderFile extends FilterOutputStream {
    private static final int BUFFER_BYTES = 256 << 10;

    private final String path;
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.start();
    private long written;

    private FolderFile(String path, Path target, Path temporary, FileChannel channel) {
        super(OutputStream.nullOutputStream());
        this.path = path;
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    static FolderFile create(String path, Path target, Path temporary, Compression compression) throws IOException {
        FileChannel channel = NoteFile.create(temporary);
        FolderFile file = new FolderFile(path, target, temporary, channel);
        OutputStream hashed = new DigestOutputStream(Channels.newOutputStream(channel), file.digest);
        file.out =
                new BufferedOutputStream(compression.to(new BufferedOutputStream(hashed, BUFFER_BYTES)), BUFFER_BYTES);
        return file;
    }

    /** The number of bytes before compression. */
    public long written() {
        return written;
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        written += length;
    }

    /** Closes the file and moves it to its place, on disk. */
    public DeliveredFile finish(String format, FileCounts counts) throws IOException {
        out.flush();
        if (channel.isOpen()) {
            finishStream();
        }
        long bytes = Files.size(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return new DeliveredFile(path, format, bytes, Sha256.finish(digest), counts);
    }

    private void finishStream() throws IOException {
        out.close();
        try (FileChannel closed = FileChannel.open(temporary, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            closed.force(true);
        }
    }

    /** Gives the file up, unless it is finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
