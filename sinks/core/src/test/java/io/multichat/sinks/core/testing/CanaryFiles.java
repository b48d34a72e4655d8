package io.multichat.sinks.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files in which {@link CanaryRecords#CANARY} is found. */
public final class CanaryFiles {
    private CanaryFiles() {}

    /** The files with a canary in a folder that a store may change meanwhile. A file that vanishes while it is read counts as one. */
    public static List<Path> in(Path folder) {
        while (true) {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .filter(CanaryFiles::hasCanary)
                        .toList();
            } catch (UncheckedIOException e) {
                // The folder was read while a file in it vanished, so it is read again.
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean hasCanary(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(CanaryRecords.CANARY);
        } catch (IOException e) {
            return true;
        }
    }
}
