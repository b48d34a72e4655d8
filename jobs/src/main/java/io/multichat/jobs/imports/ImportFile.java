package io.multichat.jobs.imports;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.multichat.formats.EventPlace;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to import.
 *
 * @param name a path, or {@code -} for standard input; a FIFO or a device is read like a file
 */
public record ImportFile(String name) {
    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int MAGIC_BYTES = 4;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int ZSTD_MAGIC = 0x28B52FFD;
    /** A zstd file may begin with frames to skip, {@code 5x 2A 4D 18}. */
    private static final int ZSTD_SKIPPABLE = 0x502A4D18;

    private static final int ZSTD_SKIPPABLE_MASK = 0xF0FFFFFF;

    /**
     * The content. Decompressed if its first bytes are those of gzip or zstd, whatever its name. Blocks until the first bytes
     * arrive.
     *
     * @throws ImportException when the file cannot be read
     */
    public InputStream open() {
        if (name.equals(STANDARD_INPUT)) {
            return decompressed(System.in);
        }
        Path path = path();
        if (Files.isDirectory(path)) {
            throw new ImportException(name + " is a directory; name a file");
        }
        if (Files.notExists(path)) {
            throw new ImportException("the file " + name + " does not exist");
        }
        try {
            // Unlike a stream of java.nio, this one never asks for its position, which a FIFO does not have.
            return decompressed(new FileInputStream(path.toFile()));
        } catch (IOException e) {
            throw unreadable(e, 0, Optional.empty());
        }
    }

    /** The file in error messages. */
    String described() {
        return name.equals(STANDARD_INPUT) ? "standard input" : "the file " + name;
    }

    /**
     * The error for a file that failed while it was read.
     *
     * @param published number of events that were published before
     * @param last the place of the last event before; empty if there is none
     */
    ImportException unreadable(IOException e, long published, Optional<EventPlace> last) {
        boolean truncated =
                e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated");
        return new ImportException(
                described() + " cannot be read: "
                        + (truncated ? "it is truncated (" + e.getMessage() + ")" : e.getMessage())
                        + (published == 0
                                ? "; nothing was published"
                                : "; " + published + " events before this place were published"
                                        + last.map(place -> ", up to " + place).orElse("")),
                e);
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ImportException("the file " + name + " does not exist", e);
        }
    }

    private InputStream decompressed(InputStream file) {
        BufferedInputStream input = new BufferedInputStream(file, BUFFER_BYTES);
        try {
            int magic = magic(input);
            if (magic >>> 16 == GZIP_MAGIC) {
                return new WholeGzipStream(new EndAwareStream(input), BUFFER_BYTES);
            }
            boolean zstd = magic == ZSTD_MAGIC || (magic & ZSTD_SKIPPABLE_MASK) == ZSTD_SKIPPABLE;
            return zstd ? new ZstdInputStreamNoFinalizer(input) : input;
        } catch (IOException e) {
            throw unreadable(e, 0, Optional.empty());
        }
    }

    /** The first four bytes, the first one highest; a missing byte is 0. */
    private static int magic(BufferedInputStream input) throws IOException {
        input.mark(MAGIC_BYTES);
        int magic = 0;
        boolean more = true;
        for (int i = 0; i < MAGIC_BYTES; i++) {
            int next = more ? input.read() : -1;
            more = next >= 0;
            magic = magic << 8 | (more ? next : 0);
        }
        input.reset();
        return magic;
    }
}
