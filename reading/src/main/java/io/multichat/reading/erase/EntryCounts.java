package io.multichat.reading.erase;

/**
 * Numbers of stored entries.
 *
 * @param messages messages, counted once however often they were edited
 * @param revisions edits and deletes of messages
 * @param events reactions, joins, leaves and explicit ends
 */
public record EntryCounts(long messages, long revisions, long events) {
    public static final EntryCounts NONE = new EntryCounts(0, 0, 0);
    public static final EntryCounts MESSAGE = new EntryCounts(1, 0, 0);
    public static final EntryCounts REVISION = new EntryCounts(0, 1, 0);
    public static final EntryCounts EVENT = new EntryCounts(0, 0, 1);

    /** The sum. */
    public EntryCounts plus(EntryCounts other) {
        return new EntryCounts(messages + other.messages, revisions + other.revisions, events + other.events);
    }

    /** The number of all entries. */
    public long total() {
        return messages + revisions + events;
    }
}
