package io.multichat.server.resource;

import io.javalin.http.Context;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.request.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API. */
public final class OpenApiResource {
    private final byte[] document;

    public OpenApiResource() {
        try (InputStream resource = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            document = resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /openapi.json}: OpenAPI 3.1. */
    public void document(Context context, Parameters none) {
        JsonReply.send(context, document);
    }
}
