package io.multichat.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The destination of an export. */
public interface ExportTarget {
    /** Writes the content of an export. */
    @FunctionalInterface
    interface Writing {
        /** @throws IOException when the stream fails */
        ExportReport to(OutputStream output) throws IOException;
    }

    /** Links that lead to links; Linux allows as many. */
    int MAX_LINKS = 40;

    /**
     * The target for a path. A link is followed: the export replaces the file that it names, and the link stays. A FIFO or a
     * device is written to.
     *
     * @throws ExportException when the path is a folder or cannot be a file
     */
    static ExportTarget of(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new ExportException(
                        (name.isEmpty() ? "the output" : name) + " is a folder; name a file with --output");
            }
            Path file = path.toAbsolutePath();
            for (int links = 0; Files.isSymbolicLink(file); links++) {
                if (links == MAX_LINKS) {
                    throw new ExportException(name + " is a link that leads to itself; name a file with --output");
                }
                // The links of /proc, to which /dev/stdout leads, stand for open files and not for names.
                if (file.startsWith("/proc")) {
                    return new SpecialFileTarget(path);
                }
                file = file.resolveSibling(Files.readSymbolicLink(file));
            }
            boolean special = Files.exists(file) && !Files.isRegularFile(file);
            return special ? new SpecialFileTarget(file) : new FileTarget(file);
        } catch (InvalidPathException | IOException e) {
            throw new ExportException("the output \"" + name + "\" cannot be written: " + e.getMessage(), e);
        }
    }

    /** A folder for the temporary database. Its disk needs room for a copy of the exported messages. */
    Path scratch();

    /**
     * Writes an export. On failure a file from an earlier export stays unchanged.
     *
     * @throws IOException when it cannot be written
     */
    ExportReport write(Writing writing) throws IOException;
}
