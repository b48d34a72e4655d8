package io.multichat.benchmarks.competitor;

/**
 * The state restored before the first record could be processed.
 *
 * @param records number of records, of all changelogs together; 0 if the state on disk was complete
 * @param millis time from the first record to the last; stores are restored in parallel
 * @param runningAfterMillis time from the start of the process until everything was restored
 */
public record Restored(long records, long millis, long runningAfterMillis) {}
