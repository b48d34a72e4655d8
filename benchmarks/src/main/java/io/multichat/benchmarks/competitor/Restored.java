package io.multichat.benchmarks.competitor;

/**
 * What was read back before the first record could be processed.
 *
 * @param records of all changelogs together; 0 when the state on disk was complete
 * @param millis from the first record to the last, stores side by side
 * @param runningAfterMillis when everything was restored, since the process was started
 */
public record Restored(long records, long millis, long runningAfterMillis) {}
