package io.multichat.events.json;

/** A text cannot be read or written as JSON. The message describes the problem in one line, without the text itself. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The problems that a text can have. */
    public enum Fault {
        /** There is no text. */
        NO_TEXT,
        /** Not a single JSON text in UTF-8. */
        NOT_JSON,
        /** Valid JSON, but not an object. */
        NOT_AN_OBJECT,
        /** Nested deeper than {@link JsonScanner#MAX_DEPTH} levels. */
        TOO_DEEP,
        /** A string contains an unpaired surrogate. */
        UNPAIRED_SURROGATE
    }

    private final Fault fault;

    JsonException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    JsonException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** The problem. */
    public Fault fault() {
        return fault;
    }
}
