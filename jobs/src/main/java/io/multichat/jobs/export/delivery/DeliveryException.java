package io.multichat.jobs.export.delivery;

import java.io.IOException;

/** A folder cannot receive or is not a delivery. The message says in one line why and what to do. */
public final class DeliveryException extends IOException {
    private static final long serialVersionUID = 1L;

    DeliveryException(String message) {
        super(message);
    }

    DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
