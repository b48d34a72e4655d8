package io.multichat.jobs.refill;

/** Told how far a refill is. */
@FunctionalInterface
public interface RefillProgress {
    /**
     * Called after every batch.
     *
     * @param entries the number of events and snapshots that were passed to the store so far
     */
    void at(long entries);

    /**
     * Called when the store is unavailable and the refill waits for it, once until it is available again.
     *
     * @param problem why it is unavailable
     */
    default void waiting(String problem) {}
}
