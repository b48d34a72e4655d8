package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.multichat.server.tiers.TiersUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as problem documents (RFC 9457). */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    /** The request is invalid: 400. */
    static void badRequest(IllegalArgumentException cause, Context context) {
        send(context, HttpStatus.BAD_REQUEST, cause.getMessage());
    }

    /** The same request may succeed in a moment: 503. */
    static void unavailable(TiersUnavailableException cause, Context context) {
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        send(context, HttpStatus.SERVICE_UNAVAILABLE, cause.getMessage());
    }

    /** The HTTP server itself refused the request, for example for an unknown path or method. */
    static void refused(HttpResponseException cause, Context context) {
        send(context, HttpStatus.forStatus(cause.getStatus()), cause.getMessage());
    }

    /** An internal error: 500. The cause is in the log but not in the answer. */
    static void fault(Exception cause, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), cause);
        send(context, HttpStatus.INTERNAL_SERVER_ERROR, "internal error; see the server log");
    }

    static void send(Context context, HttpStatus status, String detail) {
        ObjectNode problem = JsonReply.object();
        problem.put("title", status.getMessage());
        problem.put("status", status.getCode());
        problem.put("detail", detail);
        context.status(status);
        JsonReply.send(context, problem, "application/problem+json; charset=utf-8");
    }
}
