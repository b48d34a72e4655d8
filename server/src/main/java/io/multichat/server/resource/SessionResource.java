package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SessionTiers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One session. */
public final class SessionResource {
    private final SessionTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    public SessionResource(SessionTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions/{id}}: the snapshot and its source. The id of a merged session gives the survivor. A client that sends
     * the {@code ETag} as {@code If-None-Match} receives 304 while the snapshot is the same.
     */
    public void session(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        Optional<Answer<SessionSnapshot>> answer = tiers.session(id);
        if (answer.isEmpty()) {
            notFound(context, id);
            return;
        }
        String tag = EntityTag.of(answer.get().value());
        context.header("ETag", tag);
        if (EntityTag.isAmong(tag, context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        JsonReply.send(
                context,
                withSource(encoder.encode(answer.get().value()), answer.get().source()));
    }

    /** The bytes of a snapshot with one more field at the end. */
    private static byte[] withSource(byte[] snapshot, String source) {
        byte[] field = (",\"source\":\"" + source + "\"}").getBytes(StandardCharsets.UTF_8);
        int end = snapshot.length - 1;
        byte[] body = Arrays.copyOf(snapshot, end + field.length);
        System.arraycopy(field, 0, body, end, field.length);
        return body;
    }

    static void notFound(Context context, SessionId id) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no session " + id);
    }
}
