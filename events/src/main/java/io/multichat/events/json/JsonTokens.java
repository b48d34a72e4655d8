package io.multichat.events.json;

import io.multichat.events.text.AsciiNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of JSON in bytes that {@link StrictText} has validated. A token is a slice of the bytes until its text is
 * requested, so unused values cost no memory. Not thread-safe.
 *
 * <p>{@link #text}, {@link #textBytes} and {@link #named} refer to the last string or number.
 */
public final class JsonTokens {
    /** The result of {@link #next} at the end of the bytes; not the value of any byte. */
    public static final int END = Integer.MIN_VALUE;

    private final byte[] json;
    private int at;
    private int from;
    private int to;
    private int savedByEscapes;

    /**
     * Creates the tokens of a text.
     *
     * @param at the offset to start from
     */
    public JsonTokens(byte[] json, int at) {
        this.json = json;
        this.at = at;
    }

    /** The first byte of the next token, without consuming it; {@link #END} if there is none. */
    public int next() {
        while (at < json.length) {
            byte next = json[at];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next;
            }
            at++;
        }
        return END;
    }

    /** The offset of the next token; valid after a call of {@link #next}. */
    public int position() {
        return at;
    }

    /** Consumes a token of one byte. */
    void take(char expected) {
        if (next() != expected) {
            throw StrictJson.notJson(at);
        }
        at++;
    }

    /** Consumes a string; the next byte must be its quote. */
    public void string() {
        from = at + 1;
        savedByEscapes = 0;
        int i = WordScan.plainEnd(json, from);
        while (i < json.length && json[i] != '"') {
            int escaped = Escape.at(json, i);
            if (escaped == Escape.NONE) {
                throw StrictJson.notJson(i);
            }
            savedByEscapes += Escape.length(json, i) - Escape.utf8Length(escaped);
            i = WordScan.plainEnd(json, i + Escape.length(json, i));
        }
        if (i >= json.length) {
            throw StrictJson.notJson(i);
        }
        to = i;
        at = i + 1;
    }

    /** Consumes a number; true if it is an integer. */
    boolean number() {
        from = at;
        savedByEscapes = 0;
        int integerEnd = JsonNumber.integerEnd(json, at);
        to = JsonNumber.fractionEnd(json, integerEnd);
        at = to;
        return to == integerEnd;
    }

    /** Consumes {@code true}, {@code false} or {@code null}. */
    void literal(byte[] word) {
        int end = Math.min(json.length, at + word.length);
        if (Arrays.mismatch(json, at, end, word, 0, word.length) >= 0) {
            throw StrictJson.notJson(at);
        }
        at = end;
        if (at < json.length && (json[at] >= '0' || json[at] < 0)) {
            int next = new String(json, at, Math.min(4, json.length - at), StandardCharsets.UTF_8).charAt(0);
            if (Character.isJavaIdentifierPart(next)) {
                throw StrictJson.notJson(at);
            }
        }
    }

    /** The text of the string or number, without escapes. */
    public String text() {
        return savedByEscapes == 0
                ? new String(json, from, to - from, StandardCharsets.UTF_8)
                : Escape.unescape(json, from, to);
    }

    /** The length of {@link #text} in bytes of UTF-8. */
    public int textBytes() {
        return to - from - savedByEscapes;
    }

    /** The constant whose name equals the string; null if there is none. */
    public <T> T named(AsciiNames<T> names) {
        if (savedByEscapes == 0) {
            return names.get(json, from, to);
        }
        byte[] name = text().getBytes(StandardCharsets.UTF_8);
        return names.get(name, 0, name.length);
    }
}
