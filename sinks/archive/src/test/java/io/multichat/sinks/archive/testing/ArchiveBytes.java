package io.multichat.sinks.archive.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The bytes of all files of an archive, whose segments are compressed with gzip. */
public final class ArchiveBytes {
    private ArchiveBytes() {}

    /** The files that contain a word in lower case. */
    public static List<Path> filesWith(String word, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).toLowerCase(Locale.ROOT).contains(word))
                    .toList();
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
