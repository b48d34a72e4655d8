package io.multichat.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of an event that Multichat knows; all others are carried along and never looked at. */
enum EventField {
    TYPE("type", Kind.STRING),
    PLATFORM("platform", Kind.STRING),
    CHANNEL("channel", Kind.STRING),
    THREAD("thread", Kind.STRING),
    MESSAGE_ID("messageId", Kind.STRING),
    SENDER("sender", Kind.SENDER),
    SENT_AT("sentAt", Kind.TIME),
    EDITED_AT("editedAt", Kind.TIME),
    DELETED_AT("deletedAt", Kind.TIME),
    ORDER("order", Kind.INTEGER),
    EVENT_ID("eventId", Kind.STRING),
    TEXT("text", Kind.STRING),
    EMOJI("emoji", Kind.STRING),
    REPLY_TO("replyTo", Kind.STRING),
    PARTS("parts", Kind.PARTS),
    ATTRIBUTES("attributes", Kind.OBJECT);

    /** The JSON that a field holds. */
    enum Kind {
        STRING,
        TIME,
        INTEGER,
        SENDER,
        PARTS,
        OBJECT
    }

    private static final Map<String, EventField> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventField::wireName, Function.identity()));

    private final String wireName;
    private final Kind kind;

    EventField(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    String wireName() {
        return wireName;
    }

    Kind kind() {
        return kind;
    }

    /** The field of that name, or null when Multichat does not know it. */
    static EventField ofWireName(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }
}
