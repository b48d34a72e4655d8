package io.multichat.formats;

/** Turns one message of a file into events. */
@FunctionalInterface
public interface FoundStep {
    /**
     * Passes the events on.
     *
     * @throws RefusedException when the message cannot become an event
     * @throws io.multichat.events.InvalidEventException when an event breaks the contract
     * @throws java.time.DateTimeException when a time does not exist
     * @throws NumberFormatException when a number is not one
     * @throws ArithmeticException when a number is too large
     */
    void run();
}
