package io.multichat.topology.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of what is to be done when, by the wall clock.
 *
 * <p>Sorted by kind and due time, so that due timers are the first ones and a million timers cost nothing until they are
 * due. With a changelog: a crash must not forget that a session is to be announced or closed. Timers are set lazily: a
 * message does not move the timer of its session; the timer finds out when it fires. On disk, removed when fired.
 */
public final class TimerStore {
    private static final byte[] SET = {};

    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    /** Of each kind an instant before which no timer is due, so that removed timers are not passed again and again. */
    private final long[] noneBefore = new long[Kind.values().length];

    /** What a timer does. */
    public enum Kind {
        ANNOUNCE,
        CLOSE
    }

    /**
     * A set timer.
     *
     * @param kind what to do
     * @param dueAt when, UTC milliseconds of the wall clock
     * @param t0 an instant that the meant session contains; of a {@link Kind#CLOSE} timer without meaning
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

    /** A view to read, from any thread. */
    public TimerStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** Sets a timer; does nothing when it is set. By the stream thread alone. */
    public void set(Timer timer) {
        int kind = timer.kind().ordinal();
        noneBefore[kind] = Math.min(noneBefore[kind], timer.dueAt());
        writable().put(timer.bytes(), SET);
    }

    /**
     * Removes and returns the timers of a kind that are due at {@code now} or before, the earliest first; by the stream
     * thread alone.
     *
     * @param limit how many at most; the others are returned by the next calls
     */
    public List<Timer> takeDue(Kind kind, long now, int limit) {
        if (now < noneBefore[kind.ordinal()]) {
            return List.of();
        }
        List<Timer> due = upTo(kind, noneBefore[kind.ordinal()], now, limit);
        due.forEach(timer -> writable().delete(timer.bytes()));
        noneBefore[kind.ordinal()] = due.size() == limit ? due.get(limit - 1).dueAt() : now + 1;
        return due;
    }

    /** When the earliest timer of a kind is due; empty when none is set. */
    public OptionalLong earliest(Kind kind) {
        List<Timer> first = upTo(kind, 0, Long.MAX_VALUE - 1, 1);
        return first.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(first.get(0).dueAt());
    }

    private List<Timer> upTo(Kind kind, long from, long to, int limit) {
        List<Timer> timers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = readable.range(bound(kind, from), bound(kind, to + 1))) {
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

    private KeyValueStore<Bytes, byte[]> writable() {
        return (KeyValueStore<Bytes, byte[]>) readable;
    }
}
