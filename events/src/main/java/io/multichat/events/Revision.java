package io.multichat.events;

import java.util.Arrays;

/**
 * One version of a message. The natural order decides, in every store alike, which version shows: the greatest. A creation
 * is below all revisions, an edit below all deletes, then the time of the revision decides, then the bytes.
 *
 * @param rank 0 for the creation, 1 for an edit, 2 for a delete
 * @param at {@code editedAt} or {@code deletedAt}, UTC milliseconds; of the creation 0, since its time does not compete
 * @param value the bytes of the event, compared as unsigned bytes
 */
public record Revision(int rank, long at, byte[] value) implements Comparable<Revision> {
    private static final int CREATION = 0;
    private static final int EDIT = 1;
    private static final int DELETE = 2;

    /** The revision that an event of a message stands for. */
    public static Revision of(ChatEvent event, byte[] value) {
        return switch (event.type()) {
            case MESSAGE_CREATED -> new Revision(CREATION, 0, value);
            case MESSAGE_EDITED -> new Revision(EDIT, event.at(), value);
            case MESSAGE_DELETED -> new Revision(DELETE, event.at(), value);
            default -> throw new IllegalArgumentException(event.type() + " is no version of a message");
        };
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
