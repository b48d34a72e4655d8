package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.request.Parameters;

/** What the client may do. */
final class AccessResource {
    private final Access access;

    AccessResource(Access access) {
        this.access = access;
    }

    /** {@code GET /v1/access}: the scopes of the key that the client sends, or all of them on a server without keys. */
    void scopes(Context context, Parameters none) {
        ObjectNode body = JsonReply.object();
        access.scopes(context).stream()
                .sorted()
                .forEach(scope -> body.withArray("scopes").add(scope.toString()));
        JsonReply.send(context, body);
    }
}
