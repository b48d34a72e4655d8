package io.multichat.jobs.refill;

/**
 * What a refill has done.
 *
 * @param events accepted events of the archive that were passed to the store, those that it had included
 * @param snapshots versions of sessions that were passed to it
 * @param refused entries that it refused, as it would refuse them in the topics
 */
public record RefillReport(long events, long snapshots, long refused) {}
