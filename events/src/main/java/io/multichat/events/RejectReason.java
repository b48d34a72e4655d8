package io.multichat.events;

import java.util.Arrays;
import java.util.Optional;

/** Why a record cannot be taken: the value of the header {@code mc-reason} of a dead letter. */
public enum RejectReason {
    /** The record has no value. */
    NULL_VALUE("null-value"),
    /** The value is not one JSON text in UTF-8. */
    NOT_JSON("not-json"),
    /** The value is JSON, but not an object. */
    NOT_AN_OBJECT("not-an-object"),
    /** A field that the type of the event requires is absent, null or empty. */
    MISSING_FIELD("missing-field"),
    /** A known field holds another JSON type than it should. */
    WRONG_TYPE("wrong-type"),
    /** A known field has the right JSON type and an impossible value. */
    INVALID_VALUE("invalid-value"),
    /** A known field is given twice, so that two readers could read two different events. */
    DUPLICATE_FIELD("duplicate-field"),
    /** A string holds half a surrogate pair, which no store could keep. */
    UNPAIRED_SURROGATE("unpaired-surrogate"),
    /** A time before 1970 or after the year 9999. */
    TIME_OUT_OF_RANGE("time-out-of-range"),
    /** {@code sentAt} lies further in the future than {@code clock.skew.max}. */
    IN_THE_FUTURE("in-the-future"),
    /** The value is larger than {@code event.max.bytes}, or the headers are larger than their cap. */
    TOO_LARGE("too-large"),
    /** The value nests deeper than 64 levels. */
    TOO_DEEP("too-deep"),
    /** The event, or the message that it revises, is older than {@code session.retention}. */
    TOO_LATE("too-late"),
    /** An edit or a delete names a message that did not come within {@code edit.wait}, or too many wait already. */
    UNKNOWN_MESSAGE("unknown-message");

    private final String code;

    RejectReason(String code) {
        this.code = code;
    }

    /** The reason with that code; empty when there is none. */
    public static Optional<RejectReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }

    /** The reason as it is written in headers, metrics and logs, for example {@code missing-field}. */
    public String code() {
        return code;
    }
}
