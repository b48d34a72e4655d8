package io.multichat.formats;

import java.io.IOException;

/**
 * A file is not of the expected format. The message says in what way, as a predicate of the file's name: {@code is empty}.
 */
public final class UnrecognizedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** @param hint what the user could do; may be empty */
    public UnrecognizedFileException(String problem, String hint) {
        super(problem);
        this.hint = hint;
    }

    /** What the user could do, or an empty text. */
    public String hint() {
        return hint;
    }
}
