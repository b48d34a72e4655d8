package io.multichat.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON bodies: bytes in UTF-8, whatever text they carry. */
final class JsonReply {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonReply() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The object that the bytes hold; they come from a store, which has only valid ones. */
    static ObjectNode parse(byte[] object) {
        try {
            return (ObjectNode) JSON.readTree(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(Context context, ObjectNode body) {
        send(context, body, "application/json; charset=utf-8");
    }

    static void send(Context context, ObjectNode body, String contentType) {
        try {
            context.contentType(contentType).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
