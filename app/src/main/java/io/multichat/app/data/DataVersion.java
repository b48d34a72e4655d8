package io.multichat.app.data;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version of the data in a data directory, in its file {@code layout}. The file is written before any data, so a directory with
 * data but without the file has version 1, whose session ids had another hash of the conversation.
 */
final class DataVersion {
    private static final Logger LOG = LoggerFactory.getLogger(DataVersion.class);
    private static final String CURRENT = "2";
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

    private DataVersion() {}

    /**
     * Requires that the data has the current version; marks a directory without data, or whose file is damaged: only a directory
     * of a version that writes the file has it.
     *
     * @throws EmbeddedStartException if the data has another version; nothing has changed in that case
     */
    static void require(DataLayout layout) throws IOException {
        Optional<String> refusal = refusal(layout);
        if (refusal.isPresent()) {
            throw new EmbeddedStartException(refusal.get());
        }
        Path file = file(layout);
        String found = content(file);
        if (!VERSION.matcher(found).matches()) {
            if (!found.isEmpty()) {
                LOG.warn("{} is damaged; it is written again with layout {}", file, CURRENT);
            }
            mark(layout);
        }
    }

    /** Why this version cannot use the data; empty if it can, or if there is none. */
    static Optional<String> refusal(DataLayout layout) throws IOException {
        Path file = file(layout);
        String found = content(file);
        if (found.equals(CURRENT)) {
            return Optional.empty();
        }
        if (VERSION.matcher(found).matches()) {
            return Optional.of("data directory " + layout.root() + " has layout " + found
                    + ", but this version of Multichat supports only " + CURRENT
                    + "; use the version that wrote it, build its data again with `multichat rebuild --data-dir "
                    + layout.root() + "`, or choose another with --data-dir");
        }
        boolean isOld = Files.notExists(file) && (Files.exists(layout.kafka()) || Files.exists(layout.state()));
        return isOld
                ? Optional.of("data directory " + layout.root()
                        + " was written by an earlier version of Multichat, whose session ids this version does not use;"
                        + " build its data again with `multichat rebuild --data-dir " + layout.root()
                        + "`, or choose another with --data-dir")
                : Optional.empty();
    }

    /** Marks the data as that of the current version. */
    static void mark(DataLayout layout) throws IOException {
        PrivateFiles.write(file(layout), CURRENT + "\n");
    }

    /** Empty if the file does not exist. Any bytes, since a damaged file may hold any. */
    private static String content(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                : "";
    }

    private static Path file(DataLayout layout) {
        return layout.root().resolve("layout");
    }
}
