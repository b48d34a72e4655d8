package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The events of one conversation as the topology accepts them, and occasionally in an order that no topology produces. Nothing that was
 * erased occurs again.
 */
final class Room {
    /** The times of messages are multiples of this, except those of repeated creations, which are 1 ms beside them. */
    static final long TIME_UNIT_MS = 4;

    private static final int REMEMBERED = 200;
    private static final long DAY_MS = 86_400_000;

    private final Conversation conversation;
    private final Random random;
    private final EventSource source;
    private final RoomErasures erasures;
    private final List<Accepted> recent = new ArrayList<>();
    private final Deque<Accepted> late = new ArrayDeque<>();
    private long clock;
    private long messages;

    /** @param begin the start of the chat, UTC milliseconds */
    Room(Conversation conversation, Random random, long begin) {
        this.conversation = conversation;
        this.random = random;
        this.source = new EventSource(conversation, random);
        this.erasures = new RoomErasures(conversation, random, source);
        this.clock = begin;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The time of the newest message, UTC milliseconds. */
    long clock() {
        return clock;
    }

    /** A message. Most are new and on time; some are late, and some were edited or deleted before they arrive. */
    Accepted message() {
        return unlessErased(!late.isEmpty() && random.nextBoolean() ? late.poll() : newMessage());
    }

    /** Another creation of an earlier message by the same person, with a different text and about the same time. */
    Accepted messageAgain() {
        Accepted known = known();
        long at = known.placement().sentAt() + random.nextInt(3) - 1;
        return unlessErased(source.message(
                known.event().messageId().orElseThrow(), known.event().sender().orElseThrow(), at));
    }

    /** An edit or delete. Many have equal times; one in ten refers to a message that arrives later. */
    Accepted revision(EventType type) {
        Accepted target = known();
        if (random.nextInt(10) == 0) {
            target = newMessage();
            late.add(target);
        }
        long at = target.placement().sentAt() + random.nextInt(4) * 1_000L;
        return unlessErased(source.revision(type, at, target));
    }

    /** An event that neither creates nor revises a message: a reaction, or somebody who joins or leaves. */
    Accepted other(EventType type) {
        boolean reaction = type == EventType.REACTION_ADDED || type == EventType.REACTION_REMOVED;
        Optional<String> messageId = reaction ? known().event().messageId() : Optional.empty();
        return unlessErased(source.other(type, messageId, clock));
    }

    /** An explicit end, with its boundary. */
    Accepted end() {
        return unlessErased(source.end(clock));
    }

    /** An earlier event again. */
    Accepted again() {
        return unlessErased(known());
    }

    /** A command that deletes a session with one of the earlier messages. */
    Accepted deleteSession() {
        return erasures.deleteSession(known(), clock);
    }

    /** A command that erases the sender of one of the earlier messages. */
    Accepted eraseSender() {
        return erasures.eraseSender(known());
    }

    /** The event, or a new message instead of one that the topology would refuse. */
    private Accepted unlessErased(Accepted accepted) {
        Accepted allowed = accepted;
        while (erasures.cover(allowed)) {
            allowed = newMessage();
        }
        return allowed;
    }

    private Accepted newMessage() {
        clock += random.nextInt(3) == 0 ? 0 : inUnits(random.nextInt(60_000));
        long at = random.nextInt(20) == 0 ? clock - inUnits((long) (random.nextDouble() * DAY_MS)) : clock;
        String id = messages++ + source.texts().idSuffix();
        Accepted message = source.message(id, source.texts().sender(), at);
        if (recent.size() == REMEMBERED) {
            recent.set(random.nextInt(REMEMBERED), message);
        } else {
            recent.add(message);
        }
        return message;
    }

    /** An earlier message, or one that arrives later. */
    private Accepted known() {
        return recent.isEmpty() ? newMessage() : recent.get(random.nextInt(recent.size()));
    }

    private static long inUnits(long ms) {
        return ms / TIME_UNIT_MS * TIME_UNIT_MS;
    }
}
