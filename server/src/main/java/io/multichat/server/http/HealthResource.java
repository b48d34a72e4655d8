package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.SessionTiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Probes for liveness, readiness and the start, which need no key. */
final class HealthResource {
    private final Access access;
    private final Health health;
    private final SessionTiers tiers;

    HealthResource(Access access, Health health, SessionTiers tiers) {
        this.access = access;
        this.health = health;
        this.tiers = tiers;
    }

    /** {@code GET /livez}: 200 whenever the process answers. */
    void live(Context context, Parameters none) {
        JsonReply.send(context, JsonReply.object().put("status", "alive"));
    }

    /**
     * {@code GET /startupz}: 200 once the process was ready for the first time, until then 503. For probes that must wait for a long
     * start and then leave the process alone.
     */
    void startup(Context context, Parameters none) {
        Health.Progress progress = health.progress();
        ObjectNode body = JsonReply.object().put("status", progress.started() ? "started" : "starting");
        progress.recordsToRestore().ifPresent(left -> body.put("recordsToRestore", left));
        if (!progress.started()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        JsonReply.send(context, body);
    }

    /**
     * {@code GET /readyz}: 200 when the process works, otherwise 503; for each tier whether it is up; and how much of the state is still
     * to be restored. A tier that is down does
     * not make the process unready, because other tiers answer for it. Only authorized clients receive the reasons and what the
     * stores lack, which may name hosts and files.
     */
    void ready(Context context, Parameters none) {
        List<String> reasons = health.get();
        Map<String, Optional<String>> failures = tiers.failures();
        ObjectNode body = JsonReply.object().put("status", reasons.isEmpty() ? "ready" : "not ready");
        ObjectNode states = body.putObject("tiers");
        failures.forEach((tier, failure) -> states.put(tier, failure.isEmpty() ? "up" : "down"));
        health.progress().recordsToRestore().ifPresent(left -> {
            body.put("recordsToRestore", left);
            states.put(SessionTiers.STATE, "restoring");
        });
        if (access.reading(context).getAsBoolean()) {
            ArrayNode told = body.putArray("reasons");
            reasons.forEach(told::add);
            failures.forEach((tier, failure) -> failure.ifPresent(text -> told.add(tier + ": " + text)));
            List<String> incomplete = health.incomplete();
            if (!incomplete.isEmpty()) {
                incomplete.forEach(body.putArray("incomplete")::add);
            }
        }
        if (!reasons.isEmpty()) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        JsonReply.send(context, body);
    }
}
