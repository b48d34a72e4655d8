package io.multichat.jobs.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
    void theFirstBytesDecideWhateverTheName() throws IOException {
        Path upper = Files.write(folder.resolve("chat.JSONL.GZ"), gzip(LINES));
        Path unnamed = Files.write(folder.resolve("chat"), Zstd.compress(LINES));
        Path plain = Files.write(folder.resolve("plain.gz"), LINES);

        assertThat(content(upper)).isEqualTo(LINES);
        assertThat(content(unnamed)).isEqualTo(LINES);
        assertThat(content(plain)).isEqualTo(LINES);
    }

    @Test
    void aZstandardFileMayBeginWithAFrameToSkip() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 1, 2});
        file.writeBytes(Zstd.compress(LINES));

        assertThat(content(Files.write(folder.resolve("skip.zst"), file.toByteArray())))
                .isEqualTo(LINES);
    }

    @Test
    void aPipeIsReadToItsEndThoughItsWriterPausesBetweenGzipMembers() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CountDownLatch firstMemberRead = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeMembers(pipe, firstMemberRead));

        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream stream = new ImportFile(pipe.toString()).open()) {
            content.writeBytes(stream.readNBytes(LINES.length));
            firstMemberRead.countDown();
            stream.transferTo(content);
        }

        writing.get();
        assertThat(content.toByteArray()).hasSize(2 * LINES.length);
    }

    @Test
    void anUnreadableFileIsNamedWithTheCause() {
        assertThatThrownBy(() -> new ImportFile(folder.resolve("none").toString()).open())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new ImportFile(folder.toString()).open())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is a directory");
    }

    private static void writeMembers(Path pipe, CountDownLatch firstMemberRead) {
        try (OutputStream output = Files.newOutputStream(pipe)) {
            output.write(gzip(LINES));
            output.flush();
            firstMemberRead.await();
            output.write(gzip(LINES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
