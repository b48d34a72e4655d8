package io.multichat.events;

import io.multichat.events.json.JsonException;

/** An event breaks the contract. The message describes the problem in one line, without content of the event. */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public InvalidEventException(RejectReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public InvalidEventException(RejectReason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** Translates a JSON error. */
    public static InvalidEventException of(JsonException e) {
        RejectReason reason = switch (e.fault()) {
            case NO_TEXT -> RejectReason.NULL_VALUE;
            case NOT_JSON -> RejectReason.NOT_JSON;
            case NOT_AN_OBJECT -> RejectReason.NOT_AN_OBJECT;
            case TOO_DEEP -> RejectReason.TOO_DEEP;
            case UNPAIRED_SURROGATE -> RejectReason.UNPAIRED_SURROGATE;
        };
        return new InvalidEventException(reason, e.getMessage(), e);
    }

    /** The reason that the dead letter states. */
    public RejectReason reason() {
        return reason;
    }
}
