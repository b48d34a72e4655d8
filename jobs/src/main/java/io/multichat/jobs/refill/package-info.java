/**
 * Fills SQLite and Redis from the archive, through the stores that their sinks write with: {@link io.multichat.jobs.refill.DurableRefill}
 * a store that holds everything, {@link io.multichat.jobs.refill.LiveRefill} one that holds the conversations of the last hours.
 */
package io.multichat.jobs.refill;
