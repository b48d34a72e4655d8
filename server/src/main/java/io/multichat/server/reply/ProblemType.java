package io.multichat.server.reply;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems, which programs tell apart by their {@code type}. */
public enum ProblemType {
    /** A parameter, header or body is invalid. */
    INVALID_REQUEST(400),
    /** The API key is missing or wrong. */
    UNAUTHORIZED(401),
    /** The API key lacks the scope, or the Host header names another machine. */
    FORBIDDEN(403),
    /** There is no such path, session, conversation or message. */
    NOT_FOUND(404),
    /** The path answers other methods. */
    METHOD_NOT_ALLOWED(405),
    /** A hold protects what was to be erased. */
    ON_HOLD(409),
    /** The body has too many bytes or events. */
    TOO_LARGE(413),
    /** The path or query is too long. */
    URI_TOO_LONG(414),
    /** The body is of a type or encoding that is not read. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Some events were not published; {@code results} says which and why. */
    EVENTS_NOT_PUBLISHED(422),
    /** The headers are too large. */
    HEADERS_TOO_LARGE(431),
    /** The server has failed. */
    INTERNAL_ERROR(500),
    /** No tier can answer right now. */
    UNAVAILABLE(503),
    /** The server has too much work. */
    OVERLOADED(503),
    /** Any other problem of HTTP itself. */
    HTTP(0);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The kind of a problem with this status, if the status is all that is known. */
    public static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(HTTP);
    }

    /** The URI of the kind, such as {@code urn:multichat:problem:not-found}. */
    public String uri() {
        return this == HTTP
                ? "about:blank"
                : "urn:multichat:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
