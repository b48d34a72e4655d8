package io.multichat.server.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.multichat.server.tiers.TiersUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as problem documents (RFC 9457). */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    /** The content type of problem documents. */
    public static final String TYPE = "application/problem+json; charset=utf-8";

    /** The detail of an internal error. */
    public static final String INTERNAL = "internal error; see the server log";

    private Problems() {}

    /** The request is invalid: 400. */
    public static void badRequest(IllegalArgumentException cause, Context context) {
        send(context, HttpStatus.BAD_REQUEST, cause.getMessage());
    }

    /** The server has no room for the request: 503. */
    public static void overloaded(OverloadedException cause, Context context) {
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        send(context, HttpStatus.SERVICE_UNAVAILABLE, ProblemType.OVERLOADED, cause.getMessage(), JsonReply.object());
    }

    /** No tier can answer: 503. Says when to try again unless an operator must act first. */
    public static void unavailable(TiersUnavailableException cause, Context context) {
        if (cause.isTemporary()) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        send(context, HttpStatus.SERVICE_UNAVAILABLE, cause.getMessage());
    }

    /** The HTTP server itself refused the request, for example for an unknown path or method. */
    public static void refused(HttpResponseException cause, Context context) {
        if (cause.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            String allowed = cause.getDetails().getOrDefault("availableMethods", "GET, HEAD");
            context.header("Allow", allowed);
            send(context, HttpStatus.METHOD_NOT_ALLOWED, context.path() + " answers " + allowed + " only");
            return;
        }
        send(context, HttpStatus.forStatus(cause.getStatus()), cause.getMessage());
    }

    /** An internal error: 500. The cause is in the log but not in the answer. */
    public static void fault(Throwable cause, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), cause);
        if (!context.res().isCommitted()) {
            send(context, HttpStatus.INTERNAL_SERVER_ERROR, INTERNAL);
        }
    }

    public static void send(Context context, HttpStatus status, String detail) {
        context.status(status)
                .contentType(TYPE)
                .result(document(ProblemType.of(status.getCode()), status.getCode(), status.getMessage(), detail));
    }

    /** A problem with further members. */
    public static void send(Context context, HttpStatus status, ProblemType type, String detail, ObjectNode members) {
        ObjectNode problem = problem(type, status.getCode(), status.getMessage(), detail);
        problem.setAll(members);
        context.status(status).contentType(TYPE).result(JsonReply.bytes(problem));
    }

    /** A problem document in UTF-8. */
    public static byte[] document(ProblemType type, int status, String title, String detail) {
        return JsonReply.bytes(problem(type, status, title, detail));
    }

    private static ObjectNode problem(ProblemType type, int status, String title, String detail) {
        return JsonReply.object()
                .put("type", type.uri())
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
