package io.multichat.events;

import io.multichat.events.hash.ConversationHash;
import java.util.Arrays;
import java.util.Optional;

/** The reason why a record was rejected: the value of the header {@code mc-reason} of a dead letter. */
public enum RejectReason {
    /** The record has no value. */
    NULL_VALUE("null-value"),
    /** The value is not a single JSON text in UTF-8. */
    NOT_JSON("not-json"),
    /** The value is JSON, but not an object. */
    NOT_AN_OBJECT("not-an-object"),
    /** A field that this type of event requires is absent, null or empty. */
    MISSING_FIELD("missing-field"),
    /** A known field has the wrong JSON type. */
    WRONG_TYPE("wrong-type"),
    /** A known field has the right JSON type but an invalid value. */
    INVALID_VALUE("invalid-value"),
    /** A known field occurs twice, so that two readers could read different events. */
    DUPLICATE_FIELD("duplicate-field"),
    /** A string contains an unpaired surrogate, which UTF-8 cannot represent. */
    UNPAIRED_SURROGATE("unpaired-surrogate"),
    /** A time is before 1970 or after the year 9999. */
    TIME_OUT_OF_RANGE("time-out-of-range"),
    /** {@code sentAt} is further in the future than {@code clock.skew.max}. */
    IN_THE_FUTURE("in-the-future"),
    /** The value exceeds {@code event.max.bytes}, or the headers exceed their limit. */
    TOO_LARGE("too-large"),
    /** The value is nested deeper than 64 levels. */
    TOO_DEEP("too-deep"),
    /** The event, or the message that it revises, is older than {@code session.retention}. */
    TOO_LATE("too-late"),
    /** An edit or a delete refers to a message that did not arrive within {@code edit.wait}, or too many are waiting already. */
    UNKNOWN_MESSAGE("unknown-message"),
    /** Another conversation already has the {@link ConversationHash} of the event's conversation, so they would share session ids. */
    CONVERSATION_HASH_TAKEN("conversation-hash-taken"),
    /** The event belongs to a session that was deleted. The dead letter has no content. */
    SESSION_DELETED("session-deleted"),
    /** The event is by a participant who was erased, and not newer than the erasure. The dead letter has no content. */
    PARTICIPANT_ERASED("participant-erased"),
    /** A legal hold protects what the command would remove. */
    ON_HOLD("on-hold"),
    /** The conversation has no session with the id in the command. */
    UNKNOWN_SESSION("unknown-session");

    private final String code;

    RejectReason(String code) {
        this.code = code;
    }

    /** The reason with this code; empty if there is none. */
    public static Optional<RejectReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }

    /** True if the event was refused because its content was erased; neither its content nor its sender may be kept. */
    public boolean isErased() {
        return this == SESSION_DELETED || this == PARTICIPANT_ERASED;
    }

    /** The code of the reason in headers, metrics and logs, such as {@code missing-field}. */
    public String code() {
        return code;
    }
}
