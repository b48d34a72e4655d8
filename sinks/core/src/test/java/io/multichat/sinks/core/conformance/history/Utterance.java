package io.multichat.sinks.core.conformance.history;

/**
 * What comes next in the transcript, in small numbers that shrink well.
 *
 * @param recordType what the record is
 * @param conversation which of {@link Strangers#CONVERSATIONS}
 * @param message which of {@link Strangers#MESSAGE_IDS}
 * @param time when, in units of {@link Chronicle#UNIT_MS}
 * @param variant chooses among texts, orders, and ways to write the same
 */
public record Utterance(RecordType recordType, int conversation, int message, int time, int variant) {
    /** What a record of the transcript is. */
    public enum RecordType {
        CREATION,
        EDIT,
        DELETE,
        REACTION,
        JOIN,
        END,
        /** An aborted transaction or a marker: an offset without a record. */
        GAP,
        NO_JSON,
        NO_VALUE,
        NO_HEADERS,
        HALF_A_SURROGATE_PAIR,
        /** A record of a topic that is not ours. */
        FOREIGN
    }
}
