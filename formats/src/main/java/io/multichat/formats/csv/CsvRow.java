package io.multichat.formats.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row as bytes. A value that a spreadsheet would take for a formula is preceded by an apostrophe, which spreadsheets do not show.
 */
final class CsvRow {
    /** The full-width forms count as well. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** Some programs take a semicolon or a tab for the end of a value as well. */
    private static final String QUOTED = ",;\t\"\r\n ";

    private CsvRow() {}

    static byte[] of(List<String> values) {
        return values.stream()
                .map(CsvRow::quoted)
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
