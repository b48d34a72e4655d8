package io.multichat.events;

import io.multichat.events.text.AsciiNames;

/** The fields of an event that Multichat interprets. Unknown fields are kept but never interpreted. */
public enum EventField {
    TYPE("type", FieldType.TYPE),
    PLATFORM("platform", FieldType.STRING),
    CHANNEL("channel", FieldType.STRING),
    THREAD("thread", FieldType.STRING),
    MESSAGE_ID("messageId", FieldType.STRING),
    SENDER("sender", FieldType.SENDER),
    SENT_AT("sentAt", FieldType.TIME),
    EDITED_AT("editedAt", FieldType.TIME),
    DELETED_AT("deletedAt", FieldType.TIME),
    ORDER("order", FieldType.INTEGER),
    EVENT_ID("eventId", FieldType.STRING),
    TEXT("text", FieldType.TEXT),
    EMOJI("emoji", FieldType.TEXT),
    REPLY_TO("replyTo", FieldType.TEXT),
    PARTS("parts", FieldType.PARTS),
    ATTRIBUTES("attributes", FieldType.OBJECT);

    /** The type of value that a field holds. */
    public enum FieldType {
        STRING,
        TYPE,
        TIME,
        INTEGER,
        SENDER,
        /** A string that is part of the content. */
        TEXT,
        PARTS,
        OBJECT
    }

    public static final AsciiNames<EventField> NAMES = new AsciiNames<>(values(), EventField::wireName);

    private final String wireName;
    private final FieldType fieldType;

    EventField(String wireName, FieldType fieldType) {
        this.wireName = wireName;
        this.fieldType = fieldType;
    }

    public String wireName() {
        return wireName;
    }

    public FieldType fieldType() {
        return fieldType;
    }

    /** True for a field that names the conversation. */
    public boolean isOfConversation() {
        return this == PLATFORM || this == CHANNEL || this == THREAD;
    }

    /** True for a field of the content, which is validated at once but parsed only on demand. */
    public boolean isContent() {
        return fieldType.compareTo(FieldType.TEXT) >= 0;
    }
}
