package io.multichat.sinks.core.conformance;

/** What can be done to a store and to the time. */
public interface Circumstances {
    /** Lets milliseconds pass for all tasks that have no real clock. */
    void passTime(long ms);

    /**
     * The store fails, at once or later.
     *
     * @param after how much it does before
     */
    void disturb(int after);

    /** Ends any disturbance. */
    void heal();

    /** The store is emptied, or replaced by an older copy, as {@code size} says. */
    void lose(int size);
}
