package io.multichat.sinks.core.conformance;

/** Controls the store and the clock of a test. */
public interface Circumstances {
    /** Advances the clock of all tasks. */
    void passTime(long ms);

    /**
     * Makes the store fail.
     *
     * @param after the number of operations that still succeed
     */
    void disturb(int after);

    /** Ends every failure. */
    void heal();

    /** Empties the store or replaces it with an older copy, depending on {@code size}. */
    void lose(int size);
}
