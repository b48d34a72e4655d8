package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.reading.PageRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The first positions beyond a cursor, in the direction of reading, of all that are offered. A message that was created twice may
 * have two. Holds at most one page of positions. Used by one thread.
 */
final class PagePositions {
    private final Optional<MessagePosition> after;
    private final int size;
    private final TreeSet<MessagePosition> first;

    /**
     * @param after only positions beyond this one are taken
     * @param size the maximum number, at least 1
     */
    PagePositions(PageRequest.Direction direction, Optional<MessagePosition> after, int size) {
        this.after = after;
        this.size = size;
        first = new TreeSet<>(
                direction == PageRequest.Direction.FORWARD
                        ? Comparator.<MessagePosition>naturalOrder()
                        : Comparator.<MessagePosition>reverseOrder());
    }

    void offer(MessagePosition position) {
        if (after.isPresent() && first.comparator().compare(position, after.get()) <= 0) {
            return;
        }
        if (full() && first.comparator().compare(position, first.last()) >= 0) {
            return;
        }
        first.add(position);
        if (first.size() > size) {
            first.pollLast();
        }
    }

    boolean full() {
        return first.size() == size;
    }

    /** The positions in the direction of reading. */
    SortedSet<MessagePosition> inOrder() {
        return first;
    }
}
