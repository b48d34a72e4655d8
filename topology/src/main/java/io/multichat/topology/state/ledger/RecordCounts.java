package io.multichat.topology.state.ledger;

/**
 * What became of the records of one source partition; the counts add up to the records that were read.
 *
 * @param nextOffset the offset after the last record that was read or, on the conversation's partition, decided
 * @param accepted events that went to the transcript
 * @param duplicates events that had been accepted before, or wait already
 * @param deadLetters records that were refused
 * @param waiting edits and deletes that wait for their message
 * @param sentHome events that were sent to the partition of their conversation, where they are decided
 */
public record RecordCounts(
        long nextOffset, long accepted, long duplicates, long deadLetters, long waiting, long sentHome) {
    /** Nothing read. */
    public static final RecordCounts EMPTY = new RecordCounts(0, 0, 0, 0, 0, 0);

    private static final RecordCounts ONE_WAITS_NO_MORE = new RecordCounts(0, 0, 0, 0, -1, 0);

    /** What can become of a record. */
    public enum Fate {
        ACCEPTED(new RecordCounts(0, 1, 0, 0, 0, 0)),
        DUPLICATE(new RecordCounts(0, 0, 1, 0, 0, 0)),
        DEAD_LETTER(new RecordCounts(0, 0, 0, 1, 0, 0)),
        WAITING(new RecordCounts(0, 0, 0, 0, 1, 0)),
        SENT_HOME(new RecordCounts(0, 0, 0, 0, 0, 1));

        private final RecordCounts one;

        Fate(RecordCounts one) {
            this.one = one;
        }
    }

    RecordCounts with(Fate fate, long offset) {
        RecordCounts counted = plus(fate.one);
        return new RecordCounts(
                Math.max(nextOffset, offset + 1),
                counted.accepted,
                counted.duplicates,
                counted.deadLetters,
                counted.waiting,
                counted.sentHome);
    }

    /** The account when one that waited has another fate. */
    RecordCounts settled(Fate fate) {
        return plus(ONE_WAITS_NO_MORE).plus(fate.one);
    }

    RecordCounts plus(RecordCounts other) {
        return new RecordCounts(
                Math.max(nextOffset, other.nextOffset),
                accepted + other.accepted,
                duplicates + other.duplicates,
                deadLetters + other.deadLetters,
                waiting + other.waiting,
                sentHome + other.sentHome);
    }
}
