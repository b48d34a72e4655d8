package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.reading.MessagePage;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SessionTiers;
import java.util.Optional;

/** One session and its messages. */
final class SessionResource {
    private final SessionTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    SessionResource(SessionTiers tiers) {
        this.tiers = tiers;
    }

    /** {@code GET /v1/sessions/{id}}: the snapshot, and the tier that gave it; a merged id answers with the survivor. */
    void session(Context context) {
        SessionId id = new Parameters(context).sessionId();
        Optional<Answer<SessionSnapshot>> answer = tiers.session(id);
        if (answer.isEmpty()) {
            notFound(context, id);
            return;
        }
        ObjectNode body = JsonReply.parse(encoder.encode(answer.get().value()));
        body.put("source", answer.get().source());
        JsonReply.send(context, body);
    }

    /** {@code GET /v1/sessions/{id}/messages?cursor=&limit=&direction=}. */
    void messages(Context context) {
        Parameters parameters = new Parameters(context);
        SessionId id = parameters.sessionId();
        Optional<Answer<MessagePage>> answer = tiers.messages(id, parameters.page());
        if (answer.isEmpty()) {
            notFound(context, id);
            return;
        }
        JsonReply.send(context, new MessagePageBody(answer.get()));
    }

    private static void notFound(Context context, SessionId id) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no session " + id);
    }
}
