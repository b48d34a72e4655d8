package io.multichat.jobs.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files that are hostile or old, and the bytes that are counted. */
class CompressedFilesTest {
    @TempDir
    Path folder;

    @Test
    void aGzipAndAZstdBombAreRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        Path gzip = folder.resolve("bomb.gz");
        Path zstd = folder.resolve("bomb.zst");
        try (OutputStream first = new GZIPOutputStream(Files.newOutputStream(gzip));
                OutputStream second = new ZstdOutputStream(Files.newOutputStream(zstd))) {
            for (int i = 0; i < 100; i++) {
                first.write(zeros);
                second.write(zeros);
            }
        }

        for (Path bomb : List.of(gzip, zstd)) {
            try (OpenSource source = source(bomb);
                    InputStream content = source.files().get(0).open()) {
                assertThatThrownBy(() -> content.transferTo(OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("zip bomb")
                        .hasMessageContaining("decompress it");
            }
        }
    }

    @Test
    void namesThatAreNotUtf8AreReadAsThoseOfOldPrograms() throws IOException {
        Path zip = folder.resolve("old.zip");
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM437"))) {
            output.putNextEntry(new ZipEntry("gr\u00fc\u00dfe.log"));
            output.write("hi".getBytes(StandardCharsets.UTF_8));
        }

        try (OpenSource source = source(zip)) {
            assertThat(source.files()).extracting(ChatFile::path).containsExactly("old/gr\u00fc\u00dfe.log");
            assertThat(text(source.files().get(0))).isEqualTo("hi");
            assertThat(source.assumptions()).singleElement().asString().contains("not UTF-8");
        }
    }

    @Test
    void readBytesAreCountedOnceHoweverOftenAFileIsOpened() throws IOException {
        Path chat = Files.createDirectories(folder.resolve("counted"));
        Files.writeString(chat.resolve("a.log"), "x".repeat(1_000));
        long size = Files.size(chat.resolve("a.log"));
        ByteMeter meter = new ByteMeter();
        meter.expect(2 * size);

        try (OpenSource source = new ImportFile(chat.resolve("a.log").toString()).source(meter)) {
            source.files().get(0).head();
            text(source.files().get(0));
            text(source.files().get(0));
        }

        assertThat(meter.read()).isEqualTo(size);
        assertThat(meter.share()).hasValue(0.5);
        assertThat(new ByteMeter().share()).isEmpty();
    }

    private static OpenSource source(Path path) {
        return new ImportFile(path.toString()).source(new ByteMeter());
    }

    private static String text(ChatFile file) throws IOException {
        try (InputStream input = file.open()) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
