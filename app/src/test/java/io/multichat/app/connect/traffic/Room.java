package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The events of one conversation as the topology accepts them, and occasionally in an order that no topology produces. */
final class Room {
    private static final int REMEMBERED = 200;
    private static final long DAY_MS = 86_400_000;

    private final Conversation conversation;
    private final Random random;
    private final EventSource source;
    private final List<Accepted> recent = new ArrayList<>();
    private final Deque<Accepted> late = new ArrayDeque<>();
    private long clock;
    private long messages;

    /** @param begin the start of the chat, UTC milliseconds */
    Room(Conversation conversation, Random random, long begin) {
        this.conversation = conversation;
        this.random = random;
        this.source = new EventSource(conversation, random);
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
        return !late.isEmpty() && random.nextBoolean() ? late.poll() : newMessage();
    }

    /** Another creation of an earlier message, with a different text and about the same time. */
    Accepted messageAgain() {
        Accepted known = any();
        long at = known.placement().sentAt() + random.nextInt(3) - 1;
        return source.event(EventType.MESSAGE_CREATED, known.event().messageId(), at, at);
    }

    /** An edit or delete. Many have equal times; one in ten refers to a message that arrives later. */
    Accepted revision(EventType type) {
        Accepted target = any();
        if (random.nextInt(10) == 0) {
            target = newMessage();
            late.add(target);
        }
        long sentAt = target.placement().sentAt();
        return source.event(type, target.event().messageId(), sentAt + random.nextInt(4) * 1_000L, sentAt);
    }

    /** An event that neither creates nor revises a message: a reaction, or somebody who joins or leaves. */
    Accepted other(EventType type) {
        boolean reaction = type == EventType.REACTION_ADDED || type == EventType.REACTION_REMOVED;
        return source.event(type, reaction ? any().event().messageId() : Optional.empty(), clock, clock);
    }

    /** An explicit end, with its boundary. */
    Accepted end() {
        return source.end(clock);
    }

    private Accepted newMessage() {
        clock += random.nextInt(3) == 0 ? 0 : random.nextInt(60_000);
        long at = random.nextInt(20) == 0 ? clock - (long) (random.nextDouble() * DAY_MS) : clock;
        String id = messages++ + source.texts().idSuffix();
        Accepted message = source.event(EventType.MESSAGE_CREATED, Optional.of(id), at, at);
        if (recent.size() == REMEMBERED) {
            recent.set(random.nextInt(REMEMBERED), message);
        } else {
            recent.add(message);
        }
        return message;
    }

    /** An earlier message, or one that arrives later. */
    Accepted any() {
        return recent.isEmpty() ? newMessage() : recent.get(random.nextInt(recent.size()));
    }
}
