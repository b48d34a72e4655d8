package io.multichat.jobs.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed files of which the end is missing. */
class CutFilesTest {
    private static final byte[] LINES = "{\"a\":1}\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_8);

    /** A file that is shorter than this is not recognized as compressed, and refused as text. */
    private static final int MAGIC_BYTES = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aFileThatIsCutAnywhereIsRefused(String kind) throws IOException {
        byte[] part = kind.equals("gz") ? gzip(LINES) : Zstd.compress(LINES);
        byte[] whole = Arrays.copyOf(part, 2 * part.length);
        System.arraycopy(part, 0, whole, part.length, part.length);

        for (int length = MAGIC_BYTES; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut." + kind), Arrays.copyOf(whole, length));
            if (length == part.length) {
                assertThat(content(file)).isEqualTo(LINES);
            } else {
                assertThatThrownBy(() -> content(file))
                        .as("the first %d of %d bytes", length, whole.length)
                        .isInstanceOfAny(IOException.class, ImportException.class);
            }
        }
    }

    @Test
    void zerosAfterAGzipFileAreIgnored() throws IOException {
        byte[] part = gzip(LINES);
        Path file = Files.write(folder.resolve("padded.gz"), Arrays.copyOf(part, part.length + 512));

        assertThat(content(file)).isEqualTo(LINES);
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream stream = new ImportFile(file.toString()).open()) {
            return stream.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(file)) {
            stream.write(bytes);
        }
        return file.toByteArray();
    }
}
