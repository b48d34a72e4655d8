package io.multichat.events.json;

import io.multichat.events.text.AsciiNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of JSON in bytes that {@link StrictText} has checked, one after the other and without repair. A token is a
 * slice of the bytes until its text is asked for, so what nobody asks for is checked and costs no memory. Not thread-safe.
 *
 * <p>{@link #text}, {@link #textBytes} and {@link #named} speak of the string or number that was read last.
 */
public final class JsonTokens {
    /** What {@link #next} gives at the end of the bytes; no byte has that value. */
    public static final int END = Integer.MIN_VALUE;

    private final byte[] json;
    private int at;
    private int from;
    private int to;
    private int savedByEscapes;

    /** @param at where the first token is looked for */
    public JsonTokens(byte[] json, int at) {
        this.json = json;
        this.at = at;
    }

    /** The first byte of the next token, which is not taken; {@link #END} when there is none. */
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

    /** Where the next token begins, once {@link #next} has found it. */
    public int position() {
        return at;
    }

    /** Takes a token of one byte. */
    void take(char expected) {
        if (next() != expected) {
            throw StrictJson.notJson(at);
        }
        at++;
    }

    /** Takes a string; the next byte is its quote. */
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

    /** Takes a number; true when it is an integer. */
    boolean number() {
        from = at;
        savedByEscapes = 0;
        int integerEnd = JsonNumber.integerEnd(json, at);
        to = JsonNumber.fractionEnd(json, integerEnd);
        at = to;
        return to == integerEnd;
    }

    /** Takes {@code true}, {@code false} or {@code null}. */
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

    public String text() {
        return savedByEscapes == 0
                ? new String(json, from, to - from, StandardCharsets.UTF_8)
                : Escape.unescape(json, from, to);
    }

    /** The length of {@link #text} in bytes of UTF-8. */
    public int textBytes() {
        return to - from - savedByEscapes;
    }

    /** The constant whose name the string is; null when none has it. */
    public <T> T named(AsciiNames<T> names) {
        if (savedByEscapes == 0) {
            return names.get(json, from, to);
        }
        byte[] name = text().getBytes(StandardCharsets.UTF_8);
        return names.get(name, 0, name.length);
    }
}
