package io.multichat.jobs.imports;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file to import.
 *
 * @param name a path that ends with {@code .jsonl}, {@code .jsonl.gz} or {@code .jsonl.zst}, or {@code -} for standard input
 */
public record ImportFile(String name) {
    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER_BYTES = 64 << 10;

    /**
     * The content, decompressed.
     *
     * @throws ImportException when the file cannot be read
     */
    InputStream open() {
        if (name.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new ImportException(name + " is a directory; name a file");
        }
        try {
            return decompress(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
        } catch (NoSuchFileException e) {
            throw new ImportException("the file " + name + " does not exist", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The error for a file that failed while it was read. */
    ImportException unreadable(IOException e) {
        return new ImportException("the file " + name + " cannot be read: " + e.getMessage(), e);
    }

    private InputStream decompress(InputStream file) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(file, BUFFER_BYTES);
        }
        return name.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(file) : file;
    }
}
