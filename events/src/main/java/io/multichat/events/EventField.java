package io.multichat.events;

import io.multichat.events.text.AsciiNames;

/** The fields of an event that Multichat knows; all others are carried along and never looked at. */
public enum EventField {
    TYPE("type", Kind.TYPE),
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
    TEXT("text", Kind.TEXT),
    EMOJI("emoji", Kind.TEXT),
    REPLY_TO("replyTo", Kind.TEXT),
    PARTS("parts", Kind.PARTS),
    ATTRIBUTES("attributes", Kind.OBJECT);

    /** The JSON that a field holds. */
    public enum Kind {
        STRING,
        TYPE,
        TIME,
        INTEGER,
        SENDER,
        /** A string of the content. */
        TEXT,
        PARTS,
        OBJECT
    }

    public static final AsciiNames<EventField> NAMES = new AsciiNames<>(values(), EventField::wireName);

    private final String wireName;
    private final Kind kind;

    EventField(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    public String wireName() {
        return wireName;
    }

    public Kind kind() {
        return kind;
    }

    /** True for what only readers of the content need: it is checked, and built when it is asked for. */
    public boolean isContent() {
        return kind.compareTo(Kind.TEXT) >= 0;
    }
}
