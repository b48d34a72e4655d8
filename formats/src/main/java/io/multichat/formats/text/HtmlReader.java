package io.multichat.formats.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an HTML page piece by piece: a tag, or the text up to the next tag. Memory is bounded, regardless of the size of the page.
 * Used by one thread.
 */
public final class HtmlReader implements AutoCloseable {
    /** The largest piece that is kept whole, in characters. */
    private static final int MAX_PIECE = 1 << 20;

    private static final Pattern CLASS =
            Pattern.compile("\\sclass\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos|nbsp);");

    private final Reader input;
    private int next;

    /**
     * A tag or a text.
     *
     * @param tag the name of the tag in lower case, with a slash before it if it is an end tag; empty for a text
     * @param value the classes of a tag, or the text without entities
     */
    public record Piece(String tag, String value) {
        /** True for a tag with this class. */
        public boolean hasClass(String name) {
            return !tag.isEmpty() && (" " + value + " ").contains(" " + name + " ");
        }
    }

    /** Reads from a stream, which {@link #close()} closes. */
    public HtmlReader(InputStream input) throws IOException {
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16);
        this.next = this.input.read();
    }

    /** The next piece; null at the end. */
    public Piece next() throws IOException {
        if (next < 0) {
            return null;
        }
        if (next != '<') {
            return new Piece("", withoutEntities(upTo('<')));
        }
        next = input.read();
        String inside = upTo('>');
        next = input.read();
        Matcher classes = CLASS.matcher(inside);
        String value = classes.find() ? (classes.group(1) == null ? classes.group(2) : classes.group(1)) : "";
        return new Piece(inside.split("[\\s>]", 2)[0].toLowerCase(Locale.ROOT), value);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private String upTo(int end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (next >= 0 && next != end) {
            if (text.length() < MAX_PIECE) {
                text.append((char) next);
            }
            next = input.read();
        }
        return text.toString();
    }

    private static String withoutEntities(String text) {
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> "\u00a0";
            default -> {
                int point = entity.startsWith("#x")
                        ? HexFormat.fromHexDigits(entity.substring(2))
                        : entity.substring(1).chars().reduce(0, (value, digit) -> value * 10 + digit - '0');
                yield Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
            }
        };
    }
}
