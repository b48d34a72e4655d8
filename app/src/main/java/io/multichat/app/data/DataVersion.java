package io.multichat.app.data;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The version of the data in a data directory, in its file {@code layout}. The file is written before any data, so a directory with
 * data but without the file has version 1, whose session ids had another hash of the conversation.
 */
final class DataVersion {
    private static final String CURRENT = "2";

    private DataVersion() {}

    /**
     * Requires that the data has the current version; marks a directory without data.
     *
     * @throws EmbeddedStartException if the data has another version; nothing has changed in that case
     */
    static void require(DataLayout layout) throws IOException {
        Optional<String> refusal = refusal(layout);
        if (refusal.isPresent()) {
            throw new EmbeddedStartException(refusal.get());
        }
        Path file = file(layout);
        if (Files.notExists(file) || Files.readString(file).isBlank()) {
            mark(layout);
        }
    }

    /** Why this version cannot use the data; empty if it can, or if there is none. */
    static Optional<String> refusal(DataLayout layout) throws IOException {
        Path file = file(layout);
        String found = Files.exists(file) ? Files.readString(file).strip() : "";
        if (found.equals(CURRENT)) {
            return Optional.empty();
        }
        if (!found.isEmpty()) {
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

    private static Path file(DataLayout layout) {
        return layout.root().resolve("layout");
    }
}
