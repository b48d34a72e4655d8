package io.multichat.topology.state;

/**
 * What became of the records of one source partition.
 *
 * @param nextOffset the offset after the last record that was read or, on the conversation's partition, decided
 * @param accepted events that went to the transcript
 * @param duplicates events that had been accepted before
 * @param deadLetters records that were refused
 * @param sentHome events that were sent to the partition of their conversation, where they are decided
 */
public record Account(long nextOffset, long accepted, long duplicates, long deadLetters, long sentHome) {
    /** Nothing read. */
    public static final Account EMPTY = new Account(0, 0, 0, 0, 0);

    /** What can become of a record. */
    public enum Fate {
        ACCEPTED,
        DUPLICATE,
        DEAD_LETTER,
        SENT_HOME
    }

    Account with(Fate fate, long offset) {
        return new Account(
                Math.max(nextOffset, offset + 1),
                accepted + (fate == Fate.ACCEPTED ? 1 : 0),
                duplicates + (fate == Fate.DUPLICATE ? 1 : 0),
                deadLetters + (fate == Fate.DEAD_LETTER ? 1 : 0),
                sentHome + (fate == Fate.SENT_HOME ? 1 : 0));
    }

    Account plus(Account other) {
        return new Account(
                Math.max(nextOffset, other.nextOffset),
                accepted + other.accepted,
                duplicates + other.duplicates,
                deadLetters + other.deadLetters,
                sentHome + other.sentHome);
    }
}
