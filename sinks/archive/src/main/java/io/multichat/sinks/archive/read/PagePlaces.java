package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.reading.PageRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Of all creations that are offered, the first so many in the direction of reading, one for each message. Holds no more than
 * these. Used by one thread.
 */
final class PagePlaces {
    private static final Comparator<MessagePosition> BY_INSTANT =
            Comparator.comparingLong(MessagePosition::sentAt).thenComparingLong(MessagePosition::order);

    private final Comparator<MessagePosition> direction;
    private final Comparator<MessagePosition> instants;
    private final Optional<MessagePosition> after;
    private final int size;
    private final TreeSet<MessagePosition> first;
    private final Map<String, MessagePosition> byId = new HashMap<>();

    /**
     * @param after only positions beyond this one
     * @param size how many, at least 1
     */
    PagePlaces(PageRequest.Direction direction, Optional<MessagePosition> after, int size) {
        boolean forward = direction == PageRequest.Direction.FORWARD;
        this.direction = forward ? Comparator.naturalOrder() : Comparator.reverseOrder();
        instants = forward ? BY_INSTANT : BY_INSTANT.reversed();
        this.after = after;
        this.size = size;
        first = new TreeSet<>(this.direction);
    }

    /** False when no message of that time and order can be among the first, whatever its id. */
    boolean admits(long sentAt, long order) {
        MessagePosition place = new MessagePosition(sentAt, order, "");
        return !(after.isPresent() && instants.compare(place, after.get()) < 0)
                && !(full() && instants.compare(place, first.last()) > 0);
    }

    void offer(MessagePosition position) {
        boolean beyondCursor = after.isEmpty() || direction.compare(position, after.get()) > 0;
        if (!beyondCursor || full() && direction.compare(position, first.last()) >= 0) {
            return;
        }
        MessagePosition other = byId.get(position.messageId());
        if (other != null && other.compareTo(position) <= 0) {
            return;
        }
        if (other != null) {
            first.remove(other);
        }
        first.add(position);
        byId.put(position.messageId(), position);
        if (first.size() > size) {
            byId.remove(first.pollLast().messageId());
        }
    }

    boolean full() {
        return first.size() == size;
    }

    /** In the direction of reading. */
    TreeSet<MessagePosition> inOrder() {
        return first;
    }
}
