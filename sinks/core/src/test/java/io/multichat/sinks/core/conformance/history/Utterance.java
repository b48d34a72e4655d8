package io.multichat.sinks.core.conformance.history;

/**
 * The next record of the transcript, described by small numbers that shrink well.
 *
 * @param recordType what the record is
 * @param conversation selects one of {@link Strangers#CONVERSATIONS}
 * @param message selects one of {@link Strangers#MESSAGE_IDS}
 * @param time the time, in units of {@link Chronicle#UNIT_MS}
 * @param variant selects texts, orders and formatting
 */
public record Utterance(RecordType recordType, int conversation, int message, int time, int variant) {
    /** The types of records in the transcript. */
    public enum RecordType {
        CREATION,
        EDIT,
        DELETE,
        REACTION,
        JOIN,
        END,
        /** A command that deletes what was said within some time. */
        DELETE_SESSION,
        /** A command that erases a sender. */
        ERASE_PARTICIPANT,
        /** A legal hold, which stores keep like any other event. */
        HOLD,
        /** An aborted transaction or a marker: an offset without a record. */
        GAP,
        NO_JSON,
        NO_VALUE,
        NO_HEADERS,
        HALF_A_SURROGATE_PAIR,
        /** A record of an unknown topic. */
        FOREIGN
    }
}
