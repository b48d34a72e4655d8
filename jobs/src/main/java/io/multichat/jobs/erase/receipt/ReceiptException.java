package io.multichat.jobs.erase.receipt;

/** A receipt, a journal or the signing key cannot be read or written. The message says in one line why and what to do. */
public final class ReceiptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReceiptException(String message) {
        super(message);
    }

    public ReceiptException(String message, Throwable cause) {
        super(message, cause);
    }
}
