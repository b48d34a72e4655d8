/**
 * Erasing people and sessions: {@link io.multichat.jobs.erase.ErasureRun} publishes one command for each conversation or session, waits
 * until all stores have applied them, and signs a receipt. {@link io.multichat.jobs.erase.ErasedCheck} checks a receipt.
 */
package io.multichat.jobs.erase;
