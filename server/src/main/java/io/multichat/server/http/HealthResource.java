package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;

/** Whether the process lives, and whether it can do its work. */
final class HealthResource {
    private final Supplier<List<String>> obstacles;

    /** @param obstacles what keeps the process from its work just now, in words; empty when nothing does */
    HealthResource(Supplier<List<String>> obstacles) {
        this.obstacles = obstacles;
    }

    /** {@code GET /livez}: 200 as long as the process answers at all. */
    void live(Context context) {
        JsonReply.send(context, JsonReply.object().put("status", "alive"));
    }

    /** {@code GET /readyz}: 200 when everything works; else 503 and what does not. */
    void ready(Context context) {
        List<String> reasons = obstacles.get();
        ObjectNode body = JsonReply.object().put("status", reasons.isEmpty() ? "ready" : "not ready");
        if (!reasons.isEmpty()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
            reasons.forEach(body.putArray("reasons")::add);
        }
        JsonReply.send(context, body);
    }
}
