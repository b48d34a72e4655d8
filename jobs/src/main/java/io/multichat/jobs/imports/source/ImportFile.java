package io.multichat.jobs.imports.source;

import io.multichat.formats.EventPlace;
import io.multichat.formats.UnrecognizedFileException;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder to import.
 *
 * @param name the path of a file or folder, or {@code -} for standard input; a FIFO or a device is read like a file
 */
public record ImportFile(String name) {
    private static final String STANDARD_INPUT = "-";

    /**
     * The content as one stream. Decompressed if its first bytes are those of gzip or zstd, whatever its name. Blocks until the
     * first bytes arrive.
     *
     * @throws ImportException when the file cannot be read
     */
    public InputStream open() {
        if (!isStandardInput() && Files.isDirectory(path())) {
            throw new ImportException(name + " is a directory; name a file");
        }
        try {
            return Decompression.of(raw());
        } catch (IOException e) {
            throw unreadable(e, 0, Optional.empty());
        }
    }

    /**
     * The content as a source: a folder, a zip, a file or a stream. Blocks until the first bytes of a stream arrive.
     *
     * @param meter counts the bytes that are read, except those of a stream
     * @throws ImportException when the file cannot be read
     */
    public OpenSource source(ByteMeter meter) {
        try {
            if (isStandardInput()) {
                return StreamSource.of("standard input", raw());
            }
            if (Files.isDirectory(path())) {
                return new FolderSource(path(), name, meter);
            }
            if (Files.isRegularFile(path())) {
                return OpenZip.isZip(path()) ? ZipSource.of(path(), name, meter) : SingleFile.of(path(), name, meter);
            }
            return StreamSource.of(name, raw());
        } catch (IOException e) {
            throw unreadable(e, 0, Optional.empty());
        }
    }

    /** The path of a file or folder, which can be read again; empty for standard input, a FIFO, a device, or nothing at all. */
    Optional<Path> local() {
        return isStandardInput() || !(Files.isRegularFile(path()) || Files.isDirectory(path()))
                ? Optional.empty()
                : Optional.of(path());
    }

    /** The file in error messages. */
    public String described() {
        return isStandardInput() ? "standard input" : "the file " + name;
    }

    /**
     * The error for a file that is not of the expected format or failed while it was read.
     *
     * @param published number of events that were published before
     * @param last the place of the last event before; empty if there is none
     */
    public ImportException refused(IOException e, long published, Optional<EventPlace> last) {
        if (e instanceof UnrecognizedFileException unrecognized) {
            String hint = unrecognized.hint().isEmpty() ? "" : " (" + unrecognized.hint() + ")";
            return new ImportException(
                    described() + " " + e.getMessage() + "; nothing " + (published == 0 ? "" : "of it ")
                            + "was published" + hint,
                    e);
        }
        return unreadable(e, published, last);
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

    private boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }

    private InputStream raw() throws IOException {
        if (isStandardInput()) {
            return System.in;
        }
        if (Files.notExists(path())) {
            throw new ImportException("the file " + name + " does not exist");
        }
        // Unlike a stream of java.nio, this one never asks for its position, which a FIFO does not have.
        return new FileInputStream(path().toFile());
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ImportException("the file " + name + " does not exist", e);
        }
    }
}
