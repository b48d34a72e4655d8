package io.multichat.app.command.print;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * An output stream that remembers its first error, because {@link java.io.PrintWriter} hides it. Writes nothing after an error.
 * Thread-safe.
 */
public final class CheckedOutput extends FilterOutputStream {
    /** The exit code of a program whose reader has closed the pipe, 128 + SIGPIPE, as a shell reports it. */
    public static final int CLOSED_PIPE = 141;

    private IOException failure;

    public CheckedOutput(OutputStream output) {
        super(output);
    }

    /** True when the cause of an error is that nobody reads the output any more, such as {@code | head}. */
    public static boolean isClosedPipe(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException && message.contains("broken pipe")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw new IOException("an earlier write failed", failure);
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** The first error; empty when everything was written so far. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
