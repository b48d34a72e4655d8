package io.multichat.app.data;

import io.multichat.app.embedded.PrivateFiles;
import io.multichat.events.text.WholeNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generation of a data directory, in its file {@code generation}. The first one has no file and is 0. */
public final class Generation {
    private Generation() {}

    /**
     * The generation of the data directory.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static int of(Path dataDir) {
        Path file = file(dataDir);
        try {
            return Files.exists(file)
                    ? WholeNumbers.parseInt(Files.readString(file).strip())
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Begins a generation, whose data has the current version. */
    public static void begin(Path dataDir, int generation) throws IOException {
        DataVersion.mark(new DataLayout(dataDir));
        PrivateFiles.write(file(dataDir), generation + "\n");
    }

    /** The files of a rebuild, which begins a generation; exists while one runs and after it was interrupted. */
    public static Path rebuildFolder(Path dataDir) {
        return dataDir.resolve("rebuild");
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("generation");
    }
}
