package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends JSON bodies, in UTF-8. */
public final class JsonReply {
    private static final Logger LOG = LoggerFactory.getLogger(JsonReply.class);
    private static final String TYPE = "application/json; charset=utf-8";
    // Writes emoji as UTF-8, not as two escapes.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonReply() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An object with these fields, in UTF-8. */
    public static byte[] object(PageBody.End fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = to(bytes)) {
            generator.writeStartObject();
            fields.write(generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A generator that writes UTF-8. */
    public static JsonGenerator to(OutputStream bytes) {
        try {
            return JSON.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void send(Context context, ObjectNode body) {
        send(context, bytes(body));
    }

    /** Sends a body that is already JSON in UTF-8. */
    public static void send(Context context, byte[] body) {
        context.contentType(TYPE).result(body);
    }

    /** Sends the pieces of one JSON body, each after the previous one was sent. */
    public static void send(Context context, PageBody<?> body) {
        context.contentType(TYPE);
        try {
            OutputStream client = context.outputStream();
            while (body.hasMorePieces()) {
                client.write(body.nextPiece());
            }
        } catch (IOException e) {
            // The connection is lost, so that nothing more can be sent.
            LOG.debug("{} could not be sent", context.path(), e);
        }
    }

    /** JSON in UTF-8. */
    public static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
