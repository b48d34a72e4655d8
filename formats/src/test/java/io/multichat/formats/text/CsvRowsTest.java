package io.multichat.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void quotedFieldsMayHoldSeparatorsBreaksAndQuotes() throws IOException {
        assertThat(rows("\uFEFFa,b;c\r\n\n\"x,\"\"y\"\"\r\nz\",,\n1\n"))
                .containsExactly("1[a, b;c]", "3[x,\"y\"\r\nz, , ]", "5[1]");
    }

    @Test
    void theFirstSeparatorOfTheFileIsTheSeparator() throws IOException {
        assertThat(rows("a;b,c;\n\"d;\";e")).containsExactly("1[a, b,c, ]", "2[d;, e]");
        assertThat(rows("a\tb,c")).containsExactly("1[a, b,c]");
    }

    @Test
    void aRowThatIsTooLargeIsLeftOutAndTheNextIsRead() throws IOException {
        assertThat(rows("a,b\n\"" + "x".repeat(CsvRows.MAX_CHARS + 1) + "\",y\nc,d"))
                .containsExactly("1[a, b]", "2too large", "3[c, d]");
    }

    @Test
    void anUnclosedQuoteEndsWithTheFile() throws IOException {
        assertThat(rows("a,\"b\nc")).containsExactly("1[a, b\nc]");
        assertThat(rows("")).isEmpty();
    }

    private static List<String> rows(String csv) throws IOException {
        List<String> found = new ArrayList<>();
        try (CsvRows rows = new CsvRows(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get().line()
                        + row.get().fields().map(List::toString).orElse("too large"));
            }
        }
        return found;
    }
}
