package io.multichat.events.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Validates the bytes of a JSON text before it is parsed: they must be UTF-8 without unpaired surrogates. */
public final class StrictText {
    private static final int CHUNK = 512;

    private StrictText() {}

    /**
     * Validates the bytes.
     *
     * @throws JsonException if the bytes are null, are not UTF-8, or contain an escaped unpaired surrogate
     */
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
