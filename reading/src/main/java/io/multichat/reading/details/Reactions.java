package io.multichat.reading.details;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reactions to one message. Of all events of one sender with one emoji, the newest decides whether the sender reacts: the greatest by
 * time, then by order, as for messages. So a removal that arrives before its addition removes it, and neither the order of arrival nor
 * repetition matters. Not thread-safe.
 */
public final class Reactions {
    /** The maximum number of emojis of a message that are shown. */
    public static final int MAX_EMOJIS = 100;

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

    /** The reactions that stand, at most {@link #MAX_EMOJIS}: those first that were first made. */
    public List<Reaction> standing() {
        Map<String, List<Change>> byEmoji = newest.entrySet().stream()
                .filter(entry -> !entry.getValue().removed())
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().emoji(), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        byEmoji.values().forEach(changes -> changes.sort(Change.OLDEST_FIRST));
        List<Map.Entry<String, List<Change>>> emojis = new ArrayList<>(byEmoji.entrySet());
        Comparator<Map.Entry<String, List<Change>>> byFirst =
                Comparator.comparing(entry -> entry.getValue().get(0), Change.OLDEST_FIRST);
        emojis.sort(byFirst.thenComparing(Map.Entry::getKey));
        return emojis.stream()
                .limit(MAX_EMOJIS)
                .map(entry -> reaction(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Reaction reaction(String emoji, List<Change> changes) {
        Stream<Sender> senders = changes.stream().limit(Reaction.MAX_SENDERS).map(Change::sender);
        return new Reaction(
                Reaction.cut(emoji),
                changes.size(),
                senders.map(sender -> new Sender(
                                Reaction.cut(sender.id()), sender.name().map(Reaction::cut), sender.role()))
                        .toList());
    }
}
