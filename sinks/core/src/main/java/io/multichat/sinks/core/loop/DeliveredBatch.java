package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.Progress;

/**
 * The result of a batch.
 *
 * @param progress the progress of the store
 * @param written the number of written records
 * @param reported the number of reported records
 * @param tookNs the time since its delivery began, in nanoseconds
 */
record DeliveredBatch(Progress progress, int written, int reported, long tookNs) {}
