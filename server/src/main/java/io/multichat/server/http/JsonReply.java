package io.multichat.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;

/** JSON bodies: bytes in UTF-8, whatever text they carry. */
final class JsonReply {
    private static final String TYPE = "application/json; charset=utf-8";
    // Emoji as the four bytes that they are, not as two escapes.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonReply() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The object that the bytes hold: one that this program wrote, with no numbers of strangers in it. */
    static ObjectNode parse(byte[] object) {
        try {
            return (ObjectNode) JSON.readTree(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes UTF-8. */
    static JsonGenerator to(OutputStream bytes) {
        try {
            return JSON.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(Context context, ObjectNode body) {
        send(context, body, TYPE);
    }

    /** Sends what is one JSON object when it is put together, a piece when the one before is sent. */
    static void send(Context context, Enumeration<InputStream> pieces) {
        context.contentType(TYPE).result(new SequenceInputStream(pieces));
    }

    static void send(Context context, ObjectNode body, String contentType) {
        try {
            context.contentType(contentType).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
