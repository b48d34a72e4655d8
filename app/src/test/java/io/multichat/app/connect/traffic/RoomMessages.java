package io.multichat.app.connect.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The messages of one conversation: most are new and on time; some are late. */
final class RoomMessages {
    /** The times of messages are multiples of this, except those of repeated creations, which are 1 ms beside them. */
    static final long TIME_UNIT_MS = 4;

    private static final int REMEMBERED = 200;
    private static final long DAY_MS = 86_400_000;

    private final Random random;
    private final EventSource source;
    private final List<Accepted> recent = new ArrayList<>();
    private final Deque<Accepted> later = new ArrayDeque<>();
    private long clock;
    private long messages;

    /** @param begin the start of the chat, UTC milliseconds */
    RoomMessages(EventSource source, Random random, long begin) {
        this.source = source;
        this.random = random;
        this.clock = begin;
    }

    /** The time of the newest message, UTC milliseconds. */
    long clock() {
        return clock;
    }

    /** A message that arrives now. Some were edited or deleted before. */
    Accepted next() {
        return !later.isEmpty() && random.nextBoolean() ? later.poll() : create();
    }

    /** A message that arrives later. */
    Accepted createLater() {
        Accepted message = create();
        later.add(message);
        return message;
    }

    /** A new message. */
    Accepted create() {
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
    Accepted known() {
        return recent.isEmpty() ? create() : recent.get(random.nextInt(recent.size()));
    }

    private static long inUnits(long ms) {
        return ms / TIME_UNIT_MS * TIME_UNIT_MS;
    }
}
