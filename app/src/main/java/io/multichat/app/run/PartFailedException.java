package io.multichat.app.run;

/** A part without which the process does half of its work has failed; the process ends. The message says which and why. */
final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
