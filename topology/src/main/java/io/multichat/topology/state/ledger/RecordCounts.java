package io.multichat.topology.state.ledger;

/**
 * The counts of records from one source partition, by fate. Over all instances, accepted events, duplicates, dead letters and
 * waiting edits add up to the records read.
 *
 * @param nextOffset the offset after the last record that was counted
 * @param accepted events written to the transcript
 * @param duplicates events that were already accepted or were already waiting
 * @param deadLetters records refused
 * @param waiting edits and deletes that wait for their message
 * @param sentHome events sent to their conversation's partition, where their fate is decided and counted again
 */
public record RecordCounts(
        long nextOffset, long accepted, long duplicates, long deadLetters, long waiting, long sentHome) {
    /** Before the first record. */
    public static final RecordCounts EMPTY = new RecordCounts(0, 0, 0, 0, 0, 0);

    private static final RecordCounts ONE_LESS_WAITING = new RecordCounts(0, 0, 0, 0, -1, 0);

    /** The possible fates of a record. */
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

    /** The counts after the fate of a waiting event was decided. */
    RecordCounts settled(Fate fate) {
        return plus(ONE_LESS_WAITING).plus(fate.one);
    }

    /** The sum of the counts of two partitions of the state. */
    public RecordCounts plus(RecordCounts other) {
        return new RecordCounts(
                Math.max(nextOffset, other.nextOffset),
                accepted + other.accepted,
                duplicates + other.duplicates,
                deadLetters + other.deadLetters,
                waiting + other.waiting,
                sentHome + other.sentHome);
    }
}
