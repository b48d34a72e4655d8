package io.multichat.events.reactions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reactions to one message. Of all events of one sender with one emoji, the newest decides whether the sender reacts: the greatest by
 * time, then by order, as for messages. So a removal that arrives before its addition removes it, and neither the order of arrival nor
 * repetition matters. Not thread-safe.
 */
public final class Reactions {
    private static final Comparator<Map.Entry<Key, Change>> OLDEST_FIRST = Map.Entry.<Key, Change>comparingByValue(
                    Change.OLDEST_FIRST)
            .thenComparing(entry -> entry.getKey().emoji());

    private final Map<Key, Change> newest = new HashMap<>();

    private record Key(String emoji, String senderId) {}

    /** Of two events at the same position, a removal is the greater; the sender only makes the order complete. */
    private record Change(long sentAt, long order, boolean removed, Sender sender) {
        static final Comparator<Change> OLDEST_FIRST = Comparator.comparingLong(Change::sentAt)
                .thenComparingLong(Change::order)
                .thenComparing(Change::removed)
                .thenComparing(change -> change.sender().name().orElse(""))
                .thenComparing(change -> change.sender().role())
                .thenComparing(change -> change.sender().id());

        static Change newer(Change one, Change other) {
            return OLDEST_FIRST.compare(one, other) >= 0 ? one : other;
        }
    }

    /** Creates an instance without reactions. */
    public Reactions() {}

    /** True for an event that adds or removes a reaction. */
    public static boolean isReaction(EventType type) {
        return type == EventType.REACTION_ADDED || type == EventType.REACTION_REMOVED;
    }

    /**
     * Adds an event.
     *
     * @param event a reaction to the message, added or removed
     * @param sentAt the time that the topology assigned to it, UTC milliseconds
     * @param order its order among events of equal time
     */
    public void add(ChatEvent event, long sentAt, long order) {
        Sender sender = event.sender().orElseThrow();
        boolean removed = event.type() == EventType.REACTION_REMOVED;
        newest.merge(
                new Key(event.content().emoji().orElse(""), sender.id()),
                new Change(sentAt, order, removed, sender),
                Change::newer);
    }

    /** The senders of the reactions that stand, by emoji; both in the order in which they were made. An event without an emoji has the empty one. */
    public Map<String, List<Sender>> standing() {
        Map<String, List<Sender>> senders = new LinkedHashMap<>();
        newest.entrySet().stream()
                .filter(entry -> !entry.getValue().removed())
                .sorted(OLDEST_FIRST)
                .forEach(entry -> senders.computeIfAbsent(entry.getKey().emoji(), emoji -> new ArrayList<>())
                        .add(entry.getValue().sender()));
        return senders;
    }
}
