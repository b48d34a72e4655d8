package io.multichat.server.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.reading.erase.Person;
import io.multichat.server.erase.ErasureRefusedException;
import io.multichat.server.erase.ErasureRequests;
import io.multichat.server.erase.ErasureState;
import io.multichat.server.erase.StartedErasure;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.ProblemType;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes sessions, erases people, and answers how far that is. */
public final class ErasureResource {
    public static final List<String> PERSON_PARAMETERS = List.of("platform", "id", "all-platforms");

    private static final String STATES = "/v1/erasures/";

    private final ErasureRequests erasures;

    public ErasureResource(ErasureRequests erasures) {
        this.erasures = erasures;
    }

    /** {@code DELETE /v1/sessions/{id}}: 202 with the plan. */
    public void deleteSession(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        start(context, () -> erasures.deleteSession(id));
    }

    /** {@code DELETE /v1/participants?platform=&id=&all-platforms=}: 202 with the plan. */
    public void erasePerson(Context context, Parameters parameters) {
        Optional<String> platform = parameters.text("platform");
        String id = parameters.text("id").orElseThrow(() -> new IllegalArgumentException("id is missing"));
        if (platform.isPresent() == parameters.flag("all-platforms")) {
            throw new IllegalArgumentException("name the platform of the id, or set all-platforms=true");
        }
        start(context, () -> erasures.erase(new Person(platform, id)));
    }

    /** {@code GET /v1/erasures/{id}}: running, interrupted or finished, with the receipt. */
    public void erasure(Context context, Parameters none) {
        String id = context.pathParam("id");
        answer(context, () -> {
            ErasureState found = erasures.state(id)
                    .orElseThrow(() -> new ErasureRefusedException(
                            ErasureRefusedException.Reason.NOT_FOUND, "this instance knows no such erasure"));
            ObjectNode body = JsonReply.object().put("erasure", id);
            body.put("state", found.state().name().toLowerCase(Locale.ROOT));
            found.problem().ifPresent(problem -> body.put("problem", problem));
            found.receipt().ifPresent(receipt -> body.set("receipt", receipt));
            return body;
        });
    }

    private static void start(Context context, Supplier<StartedErasure> erasure) {
        answer(context, () -> {
            StartedErasure started = erasure.get();
            String state = STATES + started.id();
            ObjectNode body = JsonReply.object().put("erasure", started.id()).put("state", state);
            body.set("plan", started.plan());
            context.status(HttpStatus.ACCEPTED).header("Location", state);
            return body;
        });
    }

    private static void answer(Context context, Supplier<ObjectNode> body) {
        try {
            JsonReply.send(context, body.get());
        } catch (ErasureRefusedException e) {
            refuse(context, e);
        }
    }

    private static void refuse(Context context, ErasureRefusedException refused) {
        switch (refused.reason()) {
            case NOT_FOUND -> Problems.send(context, HttpStatus.NOT_FOUND, refused.getMessage());
            case ON_HOLD ->
                Problems.send(
                        context, HttpStatus.CONFLICT, ProblemType.ON_HOLD, refused.getMessage(), JsonReply.object());
            case UNAVAILABLE -> Problems.send(context, HttpStatus.SERVICE_UNAVAILABLE, refused.getMessage());
        }
    }
}
