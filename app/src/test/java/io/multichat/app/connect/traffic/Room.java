package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import java.util.Optional;
import java.util.Random;

/**
 * The events of one conversation as the topology accepts them, and occasionally in an order that no topology produces. Nothing that was
 * erased occurs again.
 */
final class Room {
    private final Random random;
    private final EventSource source;
    private final RoomMessages messages;
    private final RoomErasures erasures;

    Room(Conversation conversation, EventSource source, RoomMessages messages, Random random) {
        this.random = random;
        this.source = source;
        this.messages = messages;
        this.erasures = new RoomErasures(conversation, random, source);
    }

    /** A message. Most are new and on time; some are late, and some were edited or deleted before they arrive. */
    Accepted message() {
        return unlessErased(messages.next());
    }

    /** Another creation of an earlier message by the same person, with a different text and about the same time. */
    Accepted messageAgain() {
        Accepted known = messages.known();
        long at = known.placement().sentAt() + random.nextInt(3) - 1;
        return unlessErased(source.message(
                known.event().messageId().orElseThrow(), known.event().sender().orElseThrow(), at));
    }

    /** An edit or delete. Many have equal times; one in ten refers to a message that arrives later. */
    Accepted revision(EventType type) {
        Accepted target = random.nextInt(10) == 0 ? messages.createLater() : messages.known();
        long at = target.placement().sentAt() + random.nextInt(4) * 1_000L;
        return unlessErased(source.revision(type, at, target));
    }

    /** An event that neither creates nor revises a message: a reaction, or somebody who joins or leaves. */
    Accepted other(EventType type) {
        boolean reaction = type == EventType.REACTION_ADDED || type == EventType.REACTION_REMOVED;
        Optional<String> messageId = reaction ? messages.known().event().messageId() : Optional.empty();
        return unlessErased(source.other(type, messageId, messages.clock()));
    }

    /** An explicit end, with its boundary. */
    Accepted end() {
        return unlessErased(source.end(messages.clock()));
    }

    /** An earlier event again. */
    Accepted again() {
        return unlessErased(messages.known());
    }

    /** A command that deletes a session with one of the earlier messages, or erases its sender. */
    Accepted erasure() {
        return erasures.of(messages.known(), messages.clock());
    }

    /** The event, or a new message instead of one that the topology would refuse. */
    private Accepted unlessErased(Accepted accepted) {
        Accepted allowed = accepted;
        while (erasures.cover(allowed)) {
            allowed = messages.create();
        }
        return allowed;
    }
}
