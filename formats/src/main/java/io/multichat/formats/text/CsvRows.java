package io.multichat.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file as in RFC 4180: quoted fields may hold separators, line breaks and doubled quotes. The separator is the
 * first comma, semicolon or tab of the file. Memory is bounded, regardless of the size of a row. Used by one thread.
 */
public final class CsvRows implements AutoCloseable {
    /** The largest row that is read, in characters. */
    public static final int MAX_CHARS = 1 << 20;

    private static final String SEPARATORS = ",;\t";

    private final PushbackReader input;
    private int separator = -1;
    private long line = 1;
    private int length;

    /**
     * One row.
     *
     * @param line the line where it begins, counted from 1
     * @param fields its fields; empty when the row is larger than {@link #MAX_CHARS}
     */
    public record Row(long line, Optional<List<String>> fields) {}

    /** Reads from a stream, which {@link #close()} closes. */
    public CsvRows(InputStream input) {
        this.input = new PushbackReader(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)));
    }

    /** The next row that is not blank; empty at the end. */
    public Optional<Row> next() throws IOException {
        int next = input.read();
        while (next == '\uFEFF' || next == '\r' || next == '\n') {
            line += next == '\n' ? 1 : 0;
            next = input.read();
        }
        if (next < 0) {
            return Optional.empty();
        }
        input.unread(next);
        long start = line;
        length = 0;
        List<String> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            StringBuilder field = new StringBuilder();
            more = field(field);
            if (++length <= MAX_CHARS) {
                fields.add(field.toString());
            }
        }
        return Optional.of(new Row(start, length > MAX_CHARS ? Optional.empty() : Optional.of(fields)));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Reads a field and what ends it; false if that is the end of the row. */
    private boolean field(StringBuilder field) throws IOException {
        int next = input.read();
        if (next == '"') {
            quoted(field);
            next = input.read();
        }
        while (next >= 0 && next != '\n' && !isSeparator(next)) {
            if (next != '\r') {
                keep(field, next);
            }
            next = input.read();
        }
        line += next == '\n' ? 1 : 0;
        return next >= 0 && next != '\n';
    }

    private void quoted(StringBuilder field) throws IOException {
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == '"') {
                int after = input.read();
                if (after != '"') {
                    if (after >= 0) {
                        input.unread(after);
                    }
                    return;
                }
            }
            line += next == '\n' ? 1 : 0;
            keep(field, next);
        }
    }

    private boolean isSeparator(int next) {
        if (separator < 0 && SEPARATORS.indexOf(next) >= 0) {
            separator = next;
        }
        return next == separator;
    }

    /** A field of a row that is too large is not kept. */
    private void keep(StringBuilder field, int next) {
        if (++length <= MAX_CHARS) {
            field.append((char) next);
        }
    }
}
