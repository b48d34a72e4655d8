package io.multichat.jobs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {
    private static final byte[] LINES = "{\"a\":1}\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void plainGzippedAndZstandardFilesAreRead() throws IOException {
        Path plain = Files.write(folder.resolve("chat.jsonl"), LINES);
        Path gzipped = Files.write(folder.resolve("chat.jsonl.gz"), gzip(LINES));
        Path zstd = Files.write(folder.resolve("chat.jsonl.zst"), Zstd.compress(LINES));

        assertThat(content(plain)).isEqualTo(LINES);
        assertThat(content(gzipped)).isEqualTo(LINES);
        assertThat(content(zstd)).isEqualTo(LINES);
    }

    @Test
    void concatenatedGzipPartsAreReadAsOneFile() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(gzip(LINES));
        twice.writeBytes(gzip(LINES));
        Path file = Files.write(folder.resolve("twice.jsonl.gz"), twice.toByteArray());

        assertThat(content(file)).hasSize(2 * LINES.length);
    }

    @Test
    void anUnreadableFileIsNamedWithTheCause() throws IOException {
        Path noGzip = Files.write(folder.resolve("no.gz"), LINES);

        assertThatThrownBy(() -> new ImportFile(folder.resolve("none").toString()).open())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new ImportFile(folder.toString()).open())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> new ImportFile(noGzip.toString()).open())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("cannot be read");
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
