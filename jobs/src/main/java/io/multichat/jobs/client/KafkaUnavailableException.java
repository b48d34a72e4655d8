package io.multichat.jobs.client;

/** Kafka does not answer or refuses a request. The message says in one line what to do. */
public final class KafkaUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
