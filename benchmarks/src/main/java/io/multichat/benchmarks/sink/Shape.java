package io.multichat.benchmarks.sink;

/**
 * What is written to a store in one run.
 *
 * @param records of both topics together
 * @param batch records in one {@code put}
 * @param valueBytes of the value of a message, about
 * @param conversations how many can have messages
 */
record Shape(long records, int batch, int valueBytes, int conversations) {
    static final int USUAL_BATCH = 2_000;
    static final int USUAL_BYTES = 270;
    static final int USUAL_CONVERSATIONS = 10_000;
    /** Longer messages are fewer, so that a run has at most so many times the bytes of the usual one. */
    private static final int MOST_BYTES = 4;

    /** The shape that targets are meant for. */
    static Shape usual(long records) {
        return new Shape(records, USUAL_BATCH, USUAL_BYTES, USUAL_CONVERSATIONS);
    }

    Shape inBatchesOf(int other) {
        return new Shape(records, other, valueBytes, conversations);
    }

    Shape withValuesOf(int bytes) {
        long fewer = Math.max(batch, records * USUAL_BYTES * MOST_BYTES / bytes);
        return new Shape(Math.min(records, fewer), batch, bytes, conversations);
    }

    Shape inConversations(int other) {
        return new Shape(records, batch, valueBytes, other);
    }

    /** Less of the same. */
    Shape part(int divisor) {
        return new Shape(Math.max(batch, records / divisor), batch, valueBytes, conversations);
    }
}
