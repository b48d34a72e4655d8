package io.multichat.server.tiers;

import io.multichat.reading.StoreException;

/** No tier that may know the answer can be asked right now. */
public final class TiersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TiersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** True if the same question may succeed in a moment; false if an operator must act first. */
    public boolean isTemporary() {
        return !(getCause() instanceof StoreException failure && failure.verdict() == StoreException.Verdict.STOP);
    }
}
