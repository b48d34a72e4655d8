package io.multichat.events.versions;

import io.multichat.events.ChatEvent;
import java.util.Arrays;

/**
 * A version of a message. In every store, the greatest version shows. Creations are less than edits, and edits less than
 * deletes; then the time of the edit or delete decides, then the bytes.
 *
 * @param rank 0 for a creation, 1 for an edit, 2 for a delete
 * @param at {@code editedAt} or {@code deletedAt} in UTC milliseconds; 0 for a creation, whose time is not compared
 * @param value the bytes of the event, compared as unsigned bytes
 */
public record Revision(int rank, long at, byte[] value) implements Comparable<Revision> {
    private static final int CREATION = 0;
    private static final int EDIT = 1;
    private static final int DELETE = 2;

    /**
     * The version that an event represents.
     *
     * @throws IllegalArgumentException if the event is not a version of a message
     */
    public static Revision of(ChatEvent event, byte[] value) {
        return switch (event.type()) {
            case MESSAGE_CREATED -> creation(value);
            case MESSAGE_EDITED -> edit(event.at(), value);
            case MESSAGE_DELETED -> delete(event.at(), value);
            default -> throw new IllegalArgumentException(event.type() + " is not a version of a message");
        };
    }

    /** A creation. */
    public static Revision creation(byte[] value) {
        return new Revision(CREATION, 0, value);
    }

    /** An edit at {@code editedAt}. */
    public static Revision edit(long editedAt, byte[] value) {
        return new Revision(EDIT, editedAt, value);
    }

    /** A delete at {@code deletedAt}. */
    public static Revision delete(long deletedAt, byte[] value) {
        return new Revision(DELETE, deletedAt, value);
    }

    /** True for a creation. */
    public boolean isCreation() {
        return rank == CREATION;
    }

    /** True for a delete. */
    public boolean isDelete() {
        return rank == DELETE;
    }

    @Override
    public int compareTo(Revision other) {
        int byRank = Integer.compare(rank, other.rank);
        if (byRank != 0) {
            return byRank;
        }
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision revision && compareTo(revision) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rank + Long.hashCode(at)) + Arrays.hashCode(value);
    }
}
