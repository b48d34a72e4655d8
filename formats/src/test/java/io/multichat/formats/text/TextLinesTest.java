package io.multichat.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void linesEndWithLineFeedWithOrWithoutCarriageReturn() throws IOException {
        assertThat(texts("\uFEFFa\r\n\nb\n\r\nc".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1 a", "2 ", "3 b", "4 ", "5 c");
        assertThat(texts(new byte[0])).isEmpty();
    }

    @Test
    void aLineThatIsNotUtf8IsReadAsWindows1252() throws IOException {
        byte[] lines = "ä\nx\n".getBytes(StandardCharsets.UTF_8);
        lines[3] = (byte) 0x9A;

        assertThat(texts(lines)).containsExactly("1 ä", "2 š");
    }

    @Test
    void aLineThatIsTooLongIsMarkedAndTheNextOneIsRead() throws IOException {
        List<String> lines = texts(("x".repeat(2 * TextLines.MAX_BYTES) + "\nnext").getBytes(StandardCharsets.UTF_8));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("1 xxx").endsWith(" too long");
        assertThat(lines.get(1)).isEqualTo("2 next");
    }

    private static List<String> texts(byte[] content) throws IOException {
        List<String> texts = new ArrayList<>();
        try (TextLines lines = new TextLines(new ByteArrayInputStream(content))) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                texts.add(line.get().number() + " " + line.get().text()
                        + (line.get().tooLong() ? " too long" : ""));
            }
        }
        return texts;
    }
}
