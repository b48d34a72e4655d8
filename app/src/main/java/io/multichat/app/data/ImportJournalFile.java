package io.multichat.app.data;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The journal of an import into a data directory; exists while the import runs and after it was interrupted. */
public final class ImportJournalFile {
    private static final int HASH_LENGTH = 16;

    private ImportJournalFile() {}

    /** The journal of an import of files with these names. */
    public static Path in(Path dataDir, List<String> files) {
        String hash = Sha256.ofBytes(String.join("\n", files).getBytes(StandardCharsets.UTF_8));
        return dataDir.resolve("import-" + hash.substring(0, HASH_LENGTH) + ".json");
    }
}
