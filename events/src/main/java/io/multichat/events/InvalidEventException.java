package io.multichat.events;

/** An event that breaks the contract. The message names what was wrong in one line, without the event's content. */
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

    public RejectReason reason() {
        return reason;
    }
}
