package io.multichat.benchmarks.sink;

import java.util.concurrent.TimeUnit;

/**
 * The shape of the traffic written to a store in one run.
 *
 * @param records number of records, both topics together
 * @param batch number of records in one {@code put}
 * @param valueBytes approximate size of the value of a message
 * @param conversations number of conversations that can have messages
 * @param days number of days over which the messages are spread, in time order; 0 for 10 ms between records
 */
record Shape(long records, int batch, int valueBytes, int conversations, int days) {
    static final int USUAL_BATCH = 2_000;
    static final int USUAL_BYTES = 270;
    static final int USUAL_CONVERSATIONS = 10_000;
    private static final int USUAL_MS_PER_RECORD = 10;
    /** Longer messages are fewer: a run writes at most this many times the bytes of the usual one. */
    private static final int MOST_BYTES = 4;

    /** The shape that the targets apply to. */
    static Shape usual(long records) {
        return new Shape(records, USUAL_BATCH, USUAL_BYTES, USUAL_CONVERSATIONS, 0);
    }

    Shape inBatchesOf(int other) {
        return new Shape(records, other, valueBytes, conversations, days);
    }

    Shape withValuesOf(int bytes) {
        long fewer = Math.max(batch, records * USUAL_BYTES * MOST_BYTES / bytes);
        return new Shape(Math.min(records, fewer), batch, bytes, conversations, days);
    }

    Shape inConversations(int other) {
        return new Shape(records, batch, valueBytes, other, days);
    }

    Shape overDays(int other) {
        return new Shape(records, batch, valueBytes, conversations, other);
    }

    /** The time between two records, in milliseconds. */
    long msPerRecord() {
        return days == 0 ? USUAL_MS_PER_RECORD : TimeUnit.DAYS.toMillis(days) / records;
    }

    /** The same shape with fewer records. */
    Shape part(int divisor) {
        return new Shape(Math.max(batch, records / divisor), batch, valueBytes, conversations, days);
    }
}
