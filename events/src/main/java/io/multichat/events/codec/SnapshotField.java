package io.multichat.events.codec;

import io.multichat.events.text.AsciiNames;

/** The fields of a session snapshot, including those of the objects in it. */
enum SnapshotField {
    SESSION_ID("sessionId"),
    CONVERSATION("conversation"),
    PLATFORM("platform"),
    CHANNEL("channel"),
    THREAD("thread"),
    STATE("state"),
    MERGED_INTO("mergedInto"),
    CLOSED_AT("closedAt"),
    CLOSED_BY("closedBy"),
    STARTED_AT("startedAt"),
    LAST_MESSAGE_AT("lastMessageAt"),
    MESSAGES("messages"),
    EDITS("edits"),
    DELETES("deletes"),
    PARTICIPANTS("participants"),
    COUNT("count"),
    APPROXIMATE("approximate"),
    TEXT_BYTES("textBytes"),
    ROLES("roles"),
    USER("user"),
    ASSISTANT("assistant"),
    SYSTEM("system"),
    TOOL("tool"),
    BOT("bot"),
    FIRST_MESSAGE_ID("firstMessageId"),
    LAST_MESSAGE_ID("lastMessageId"),
    GAP("gap"),
    GENERATION("generation"),
    VERSION("version");

    static final AsciiNames<SnapshotField> NAMES = new AsciiNames<>(values(), SnapshotField::wireName);

    private final String wireName;

    SnapshotField(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
