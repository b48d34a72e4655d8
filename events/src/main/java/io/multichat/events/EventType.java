package io.multichat.events;

import io.multichat.events.text.AsciiNames;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The type of an event; {@link #MESSAGE_CREATED} by default. */
public enum EventType {
    MESSAGE_CREATED("message.created", EventField.SENT_AT, true, true),
    MESSAGE_EDITED("message.edited", EventField.EDITED_AT, true, false),
    MESSAGE_DELETED("message.deleted", EventField.DELETED_AT, true, false),
    SESSION_ENDED("session.ended", EventField.SENT_AT, false, false),
    REACTION_ADDED("reaction.added", EventField.SENT_AT, true, true),
    REACTION_REMOVED("reaction.removed", EventField.SENT_AT, true, true),
    PARTICIPANT_JOINED("participant.joined", EventField.SENT_AT, false, true),
    PARTICIPANT_LEFT("participant.left", EventField.SENT_AT, false, true),
    SESSION_DELETED("session.deleted", EventField.SENT_AT, false, false),
    PARTICIPANT_ERASED("participant.erased", EventField.SENT_AT, false, false),
    HOLD_SET("hold.set", EventField.SENT_AT, false, false),
    HOLD_CLEARED("hold.cleared", EventField.SENT_AT, false, false);

    public static final AsciiNames<EventType> NAMES = new AsciiNames<>(values(), EventType::wireName);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final EventField time;
    private final boolean needsMessageId;
    private final boolean needsSender;

    EventType(String wireName, EventField time, boolean needsMessageId, boolean needsSender) {
        this.wireName = wireName;
        this.time = time;
        this.needsMessageId = needsMessageId;
        this.needsSender = needsSender;
    }

    /** The value of {@code type} in events and in the header {@code mc}, such as {@code message.created}. */
    public String wireName() {
        return wireName;
    }

    /** The type with this wire name; empty if there is none. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** True for an edit or a delete, which revise a message that another event created. */
    public boolean revisesMessage() {
        return this == MESSAGE_EDITED || this == MESSAGE_DELETED;
    }

    /** True for a creation, an edit or a delete, which are versions of a message. */
    public boolean isOfMessage() {
        return this == MESSAGE_CREATED || revisesMessage();
    }

    /** True for a command: it removes earlier events, or protects them from removal. Its attributes hold its parameters. */
    public boolean isCommand() {
        return compareTo(SESSION_DELETED) >= 0;
    }

    /** The field that holds the time of events of this type. */
    public EventField timeField() {
        return time;
    }

    boolean needsMessageId() {
        return needsMessageId;
    }

    boolean needsSender() {
        return needsSender;
    }
}
