package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Liveness and readiness probes. */
final class HealthResource {
    private final Health health;

    HealthResource(Health health) {
        this.health = health;
    }

    /** {@code GET /livez}: 200 whenever the process answers. */
    void live(Context context) {
        JsonReply.send(context, JsonReply.object().put("status", "alive"));
    }

    /** {@code GET /readyz}: 200 when everything works, otherwise 503 and the reasons. Both name what the stores lack. */
    void ready(Context context) {
        List<String> reasons = health.get();
        ObjectNode body = JsonReply.object().put("status", reasons.isEmpty() ? "ready" : "not ready");
        if (!reasons.isEmpty()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
            reasons.forEach(body.putArray("reasons")::add);
        }
        List<String> incomplete = health.incomplete();
        if (!incomplete.isEmpty()) {
            incomplete.forEach(body.putArray("incomplete")::add);
        }
        JsonReply.send(context, body);
    }
}
