package io.multichat.app.run;

/** A part that the process cannot work without has failed, so the process ends. The message names the part and the cause. */
final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
