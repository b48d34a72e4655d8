package io.multichat.events.json;

/** A text that cannot be read or written as JSON. The message says in one line what is wrong, without the text itself. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a text. */
    public enum Fault {
        /** There is no text. */
        NO_TEXT,
        /** Not one JSON text in UTF-8. */
        NOT_JSON,
        /** JSON, but not an object. */
        NOT_AN_OBJECT,
        /** Nested deeper than {@link JsonScanner#MAX_DEPTH} levels. */
        TOO_DEEP,
        /** A string with half a surrogate pair. */
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

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
