package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * For each kind, an instant before which no timer is due: a search skips the tombstones of removed timers, and an idle
     * partition searches nothing at all.
     */
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
        List<Timer> due = new ArrayList<>();
        Optional<Timer> next = Optional.empty();
        try (KeyValueIterator<Bytes, byte[]> found = from(kind, noneBefore[kind.ordinal()])) {
            while (found.hasNext() && next.isEmpty()) {
                Timer timer = Timer.of(found.next().key);
                if (timer.dueAt() <= now && due.size() < limit) {
                    due.add(timer);
                } else {
                    next = Optional.of(timer);
                }
            }
        }
        due.forEach(timer -> records.remove(timer.bytes()));
        noneBefore[kind.ordinal()] = next.map(Timer::dueAt).orElse(Long.MAX_VALUE);
        return due;
    }

    /** When the earliest timer of a kind is due, UTC milliseconds; empty if none is set. */
    public OptionalLong earliest(Kind kind) {
        try (KeyValueIterator<Bytes, byte[]> found = from(kind, 0)) {
            return found.hasNext() ? OptionalLong.of(Timer.of(found.next().key).dueAt()) : OptionalLong.empty();
        }
    }

    private KeyValueIterator<Bytes, byte[]> from(Kind kind, long dueAt) {
        return records.range(bound(kind, dueAt), bound(kind, Long.MAX_VALUE));
    }

    private static Bytes bound(Kind kind, long dueAt) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) kind.ordinal())
                .putLong(dueAt)
                .array());
    }
}
