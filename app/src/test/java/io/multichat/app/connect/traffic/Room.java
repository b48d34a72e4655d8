package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What happens in one conversation, as the topology accepts it; and now and then in an order that no topology has. */
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

    /** @param begin of the chat, UTC milliseconds */
    Room(Conversation conversation, Random random, long begin) {
        this.conversation = conversation;
        this.random = random;
        this.source = new EventSource(conversation, random);
        this.clock = begin;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The time up to which the room has talked, UTC milliseconds. */
    long clock() {
        return clock;
    }

    /** A message; most are new and on time, some are late, and some have been edited or deleted before they come. */
    Accepted message() {
        return !late.isEmpty() && random.nextBoolean() ? late.poll() : newMessage();
    }

    /** A message that has been there before, with another text and about the same time. */
    Accepted messageAgain() {
        Accepted known = any();
        long at = known.placement().sentAt() + random.nextInt(3) - 1;
        return source.event(EventType.MESSAGE_CREATED, known.event().messageId(), at, at);
    }

    /** An edit or a delete, many of equal times; one in ten of a message that is yet to come. */
    Accepted revision(EventType type) {
        Accepted target = any();
        if (random.nextInt(10) == 0) {
            target = newMessage();
            late.add(target);
        }
        long sentAt = target.placement().sentAt();
        return source.event(type, target.event().messageId(), sentAt + random.nextInt(4) * 1_000L, sentAt);
    }

    /** What is no version of a message: a reaction, or somebody comes or goes. */
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

    /** A message that has been there before, or is yet to come. */
    Accepted any() {
        return recent.isEmpty() ? newMessage() : recent.get(random.nextInt(recent.size()));
    }
}
