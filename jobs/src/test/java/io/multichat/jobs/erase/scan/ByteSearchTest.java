package io.multichat.jobs.erase.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSearchTest {
    private static final int BUFFER = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BUFFER - 7, BUFFER - 1, BUFFER, 2 * BUFFER - 3, 3 * BUFFER - 6})
    void aTextIsFoundOnceWhereverItIs(int position) throws Exception {
        byte[] content = new byte[3 * BUFFER];
        Arrays.fill(content, (byte) 'c');
        byte[] text = "canary".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, content, position, text.length);
        Path file = Files.write(folder.resolve("file"), content);

        assertThat(found("missing", "canary")).containsExactly(new FoundBytes(file.toString(), 2, 1));
    }

    @Test
    void compressedFramesAreSearchedDecompressed() throws Exception {
        byte[] first = Zstd.compress("nothing here ".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        byte[] second = Zstd.compress(("x".repeat(10_000) + "canary").getBytes(StandardCharsets.US_ASCII));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.write(folder.resolve("a/b/segment.jsonl.zst"), both);

        assertThat(found("canary")).containsExactly(new FoundBytes(file.toString(), 1, 1));
    }

    @Test
    void segmentsInGzipAreSearchedDecompressed() throws Exception {
        Path file = folder.resolve("segment.jsonl.gz");
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(file))) {
            output.write(("x".repeat(10_000) + "canary").getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(found("canary")).containsExactly(new FoundBytes(file.toString(), 1, 1));
    }

    @Test
    void aFileThatCannotBeDecompressedIsSearchedAsItIs() throws Exception {
        Files.writeString(folder.resolve("unfinished.zst"), "not compressed: canary");

        assertThat(found("canary")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Käse \"am\" Stück",
                "Käse \\\"am\\\" Stück",
                "K\\u00e4se \\\"am\\\" St\\u00fcck",
                "K\\u00E4se \\\"am\\\" St\\u00FCck",
                "käse \"am\" stück"
            })
    void aTextIsFoundInEveryFormInWhichStoresWriteIt(String stored) throws Exception {
        Files.writeString(folder.resolve("file"), "before " + stored + " after");

        assertThat(found("Käse \"am\" Stück")).hasSize(1);
    }

    @Test
    void excludedFoldersAndMissingRootsAreLeftOut() throws Exception {
        Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(folder.resolve("kafka/log"), "canary");

        assertThat(new ByteSearch(List.of("canary"))
                        .in(List.of(folder, folder.resolve("missing")), List.of(folder.resolve("kafka"))))
                .isEmpty();
        assertThat(found("canary")).hasSize(1);
    }

    private List<FoundBytes> found(String... texts) {
        return new ByteSearch(List.of(texts)).in(List.of(folder), List.of());
    }
}
