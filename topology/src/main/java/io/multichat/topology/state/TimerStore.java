package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of timers on the wall clock.
 *
 * <p>Sorted by kind and due time, so that due timers come first and a million others cost nothing until they are due. On disk,
 * with a changelog, because a crash must not lose a pending announcement or close. Timers are lazy: a message does not move
 * the timer of its session; the timer checks when it fires. A timer is removed when it fires.
 */
public final class TimerStore {
    private static final byte[] SET = {};

    private final Keyspace records;

    /** For each kind, an instant before which no timer is due, so that a search skips the tombstones of removed timers. */
    private final long[] noneBefore = new long[Kind.values().length];

    /** What a timer triggers. */
    public enum Kind {
        /** Announces the newest session of a conversation. */
        ANNOUNCE_NEWEST,
        /** Announces another session. */
        ANNOUNCE_PAST,
        /** Closes the newest session of a conversation. */
        CLOSE
    }

    /**
     * A timer.
     *
     * @param kind what it triggers
     * @param dueAt when it is due, UTC milliseconds of the wall clock
     * @param t0 T0 of the session for {@link Kind#ANNOUNCE_PAST}, else 0
     * @param conversation the session's conversation
     */
    public record Timer(Kind kind, long dueAt, long t0, ConversationKey conversation) {
        private Bytes bytes() {
            byte[] key = conversation.bytes().get();
            return Bytes.wrap(ByteBuffer.allocate(1 + 2 * Long.BYTES + key.length)
                    .put((byte) kind.ordinal())
                    .putLong(dueAt)
                    .putLong(t0)
                    .put(key)
                    .array());
        }

        private static Timer of(Bytes bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.get());
            Kind kind = Kind.values()[buffer.get()];
            long dueAt = buffer.getLong();
            long t0 = buffer.getLong();
            byte[] key = new byte[buffer.remaining()];
            buffer.get(key);
            return new Timer(kind, dueAt, t0, ConversationKey.of(Bytes.wrap(key)));
        }
    }

    /** A view for any thread; only the stream thread, which passes a writable store, may change it. */
    public TimerStore(Keyspace records) {
        this.records = records;
    }

    /** Sets a timer. Setting it again has no effect. Only the stream thread may call this. */
    public void set(Timer timer) {
        int kind = timer.kind().ordinal();
        noneBefore[kind] = Math.min(noneBefore[kind], timer.dueAt());
        records.put(timer.bytes(), SET);
    }

    /**
     * Removes and returns the timers of a kind that are due at or before {@code now}, the earliest first. Only the stream thread
     * may call this.
     *
     * @param limit maximum number of timers; the next calls return the rest
     */
    public List<Timer> takeDue(Kind kind, long now, int limit) {
        if (now < noneBefore[kind.ordinal()]) {
            return List.of();
        }
        List<Timer> due = upTo(kind, noneBefore[kind.ordinal()], now, limit);
        due.forEach(timer -> records.remove(timer.bytes()));
        noneBefore[kind.ordinal()] = due.size() == limit ? due.get(limit - 1).dueAt() : now + 1;
        return due;
    }

    /** When the earliest timer of a kind is due, UTC milliseconds; empty if none is set. */
    public OptionalLong earliest(Kind kind) {
        List<Timer> first = upTo(kind, 0, Long.MAX_VALUE - 1, 1);
        return first.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(first.get(0).dueAt());
    }

    private List<Timer> upTo(Kind kind, long from, long to, int limit) {
        List<Timer> timers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = records.range(bound(kind, from), bound(kind, to + 1))) {
            while (found.hasNext() && timers.size() < limit) {
                timers.add(Timer.of(found.next().key));
            }
        }
        return timers;
    }

    private static Bytes bound(Kind kind, long dueAt) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) kind.ordinal())
                .putLong(dueAt)
                .array());
    }
}
