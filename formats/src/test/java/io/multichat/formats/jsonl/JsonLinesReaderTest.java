package io.multichat.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {
    private static final int MAX = 100;

    @Test
    void linesEndWithOrWithoutCarriageReturnAndTheLastOneMayHaveNoEnd() {
        assertThat(texts("one\ntwo\r\n\"th\rree\"")).containsExactly("1:one", "2:two", "3:\"th\rree\"");
    }

    @Test
    void blankLinesAreSkippedButCounted() {
        assertThat(texts("\n  \t\n{}\n\r\n[]\n\n")).containsExactly("3:{}", "5:[]");
    }

    @Test
    void aByteOrderMarkIsRemovedFromTheFirstLineOnly() {
        assertThat(texts("\uFEFF{}\n\uFEFF{}")).containsExactly("1:{}", "2:\uFEFF{}");
    }

    @Test
    void aLineOfTheLargestSizeIsKeptAndALargerOneIsNot() {
        String largest = "x".repeat(MAX);

        assertThat(texts(largest + "\r\n" + largest + "y\n" + largest + "\n"))
                .containsExactly("1:" + largest, "2:too large", "3:" + largest);
    }

    @Test
    void bytesThatAreNotTextAreKept() throws IOException {
        byte[] bytes = {(byte) 0xFF, 0, (byte) 0xC3, '\n'};

        try (JsonLinesReader reader = new JsonLinesReader(new ByteArrayInputStream(bytes), MAX)) {
            assertThat(reader.next().orElseThrow().value()).hasValue(new byte[] {(byte) 0xFF, 0, (byte) 0xC3});
        }
    }

    @Test
    void linesThatCrossTheBufferAreReadWhole() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            lines.add("z".repeat(1 + random.nextInt(MAX)));
        }

        assertThat(texts(String.join("\n", lines)).stream().map(text -> text.substring(text.indexOf(':') + 1)))
                .containsExactlyElementsOf(lines);
    }

    private static List<String> texts(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        InputStream halves = new SequenceInputStream(
                new ByteArrayInputStream(bytes, 0, half), new ByteArrayInputStream(bytes, half, bytes.length - half));
        List<String> texts = new ArrayList<>();
        try (JsonLinesReader reader = new JsonLinesReader(halves, MAX)) {
            for (Optional<FileEvent> line = reader.next(); line.isPresent(); line = reader.next()) {
                String text = line.get()
                        .value()
                        .map(value -> new String(value, StandardCharsets.UTF_8))
                        .orElse("too large");
                texts.add(line.get().place().number() + ":" + text);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
