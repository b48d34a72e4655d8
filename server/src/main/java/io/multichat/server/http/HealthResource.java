package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;

/** Liveness and readiness probes. */
final class HealthResource {
    private final Supplier<List<String>> obstacles;

    /** @param obstacles what currently keeps the process from working, for people; empty when it is ready */
    HealthResource(Supplier<List<String>> obstacles) {
        this.obstacles = obstacles;
    }

    /** {@code GET /livez}: 200 whenever the process answers. */
    void live(Context context, Parameters none) {
        JsonReply.send(context, JsonReply.object().put("status", "alive"));
    }

    /** {@code GET /readyz}: 200 when everything works, otherwise 503 and the reasons. */
    void ready(Context context, Parameters none) {
        List<String> reasons = obstacles.get();
        ObjectNode body = JsonReply.object().put("status", reasons.isEmpty() ? "ready" : "not ready");
        if (!reasons.isEmpty()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
            reasons.forEach(body.putArray("reasons")::add);
        }
        JsonReply.send(context, body);
    }
}
