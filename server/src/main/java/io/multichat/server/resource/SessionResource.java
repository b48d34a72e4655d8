package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.Problems;
import io.multichat.server.reply.SourceJson;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.state.InstanceCalls;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PatientTiers;
import io.multichat.server.tiers.SessionState;
import io.multichat.server.tiers.StateAnswer;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** One session. */
public final class SessionResource {
    private final PatientTiers tiers;
    private final SessionState local;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    /** @param local the state of this instance, for the questions of other instances */
    public SessionResource(PatientTiers tiers, SessionState local) {
        this.tiers = tiers;
        this.local = local;
    }

    /**
     * {@code GET /v1/sessions/{id}?min-token=&max-staleness=}: the snapshot and its source. The id of a merged session gives the
     * survivor. A client that sends the {@code ETag} as {@code If-None-Match} receives 304 while the snapshot is the same.
     */
    public void session(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        ReadDemand demand = new DemandParameters(parameters).demand();
        if (ForwardedQuestion.is(context)) {
            ForwardedQuestion.answer(context, () -> forwarded(context, id, demand));
            return;
        }
        Optional<Answer<SessionSnapshot>> answer =
                tiers.ask(demand, able -> able.sessions().session(id));
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
        JsonReply.send(context, body(answer.get()));
    }

    private void forwarded(Context context, SessionId id, ReadDemand demand) {
        StateAnswer answer = local.session(id, demand);
        long stalenessMs = answer.stalenessMs().orElse(0);
        if (answer.session().isPresent()) {
            ForwardedQuestion.send(context, encoder.encode(answer.session().get()), stalenessMs);
        } else {
            context.header(InstanceCalls.STALENESS, Long.toString(stalenessMs));
            notFound(context, id);
        }
    }

    /** The snapshot with the fields of the source at its end. */
    private byte[] body(Answer<SessionSnapshot> answer) {
        byte[] snapshot = encoder.encode(answer.value());
        byte[] source = JsonReply.object(generator -> SourceJson.write(answer, generator));
        ByteArrayOutputStream body = new ByteArrayOutputStream(snapshot.length + source.length);
        body.write(snapshot, 0, snapshot.length - 1);
        body.write(',');
        body.write(source, 1, source.length - 1);
        return body.toByteArray();
    }

    static void notFound(Context context, SessionId id) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no session " + id);
    }
}
