package io.multichat.topology.state.participants;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.WriteBehindCache;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the senders of each session. Separate from the session record, which changes with every message, because this one
 * changes only with a new sender. Only the stream thread may use it.
 *
 * <p>At most 513 bytes per session. On disk, with a changelog, and kept as long as the session, because a late message may bring
 * a new sender.
 */
public final class ParticipantStore {
    private static final int CACHED = 4_096;

    private final WriteBehindCache<SessionId, ParticipantSet> cache;
    private final RecentSenders senders = new RecentSenders();

    private record Codec() implements WriteBehindCache.Codec<SessionId, ParticipantSet> {
        @Override
        public Bytes key(SessionId session) {
            return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(session.high())
                    .putLong(session.low())
                    .array());
        }

        @Override
        public byte[] encode(ParticipantSet value) {
            return StateBytes.write(out -> out.write(value.bytes()));
        }

        @Override
        public ParticipantSet decode(byte[] bytes) {
            return StateBytes.read(bytes, in -> new ParticipantSet(in.readAllBytes()));
        }
    }

    /** @param commits see {@link WriteBehindCache} */
    public ParticipantStore(Keyspace records, KeyValueStore<Bytes, byte[]> commits) {
        this.cache = new WriteBehindCache<>(records, commits, new Codec(), CACHED);
    }

    /** Creates the set of a new session with its first sender. Returns the number of senders. */
    public Participants begin(SessionId session, String senderId) {
        ParticipantSet only = ParticipantSet.EMPTY.with(ParticipantSet.hash(senderId));
        cache.put(session, only);
        return only.count();
    }

    /**
     * Adds a sender.
     *
     * @param before the previous number of senders
     * @return the new number of senders
     */
    public Participants add(SessionId session, String senderId, Participants before) {
        long sender = ParticipantSet.hash(senderId);
        if (senders.has(session, sender)) {
            return before;
        }
        ParticipantSet known = get(session);
        ParticipantSet after = known.with(sender);
        senders.add(session, sender);
        if (after == known) {
            return before;
        }
        cache.put(session, after);
        return after.count();
    }

    /** Moves the senders of a merged session to its survivor. Returns the survivor's number of senders. */
    public Participants merge(SessionId survivor, SessionId merged) {
        ParticipantSet both = get(survivor).union(get(merged));
        cache.put(survivor, both);
        cache.remove(merged);
        return both.count();
    }

    /** Removes the senders of a session. */
    public void remove(SessionId session) {
        cache.remove(session);
    }

    private ParticipantSet get(SessionId session) {
        ParticipantSet set = cache.get(session);
        return set == null ? ParticipantSet.EMPTY : set;
    }
}
