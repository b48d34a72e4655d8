package io.multichat.events.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What the bytes of every JSON text must be before anything in it is looked at: UTF-8, and no half surrogate pairs. */
public final class StrictText {
    private static final int CHUNK = 512;

    private StrictText() {}

    /** @throws JsonException for bytes that are null, or not UTF-8, or hold an escape of half a surrogate pair */
    public static void require(byte[] json) {
        if (json == null) {
            throw new JsonException(JsonException.Fault.NO_TEXT, "the record has no value");
        }
        if (!WordScan.arePlain(json)) {
            requireUtf8(json);
            Surrogates.requirePairedEscapes(json);
        }
    }

    private static void requireUtf8(byte[] json) {
        ByteBuffer bytes = ByteBuffer.wrap(json);
        CharBuffer text = CharBuffer.allocate(Math.min(json.length, CHUNK));
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isOverflow()) {
            result = decoder.decode(bytes, text.clear(), true);
        }
        if (result.isError()) {
            throw new JsonException(JsonException.Fault.NOT_JSON, "not UTF-8 at byte " + bytes.position());
        }
    }
}
