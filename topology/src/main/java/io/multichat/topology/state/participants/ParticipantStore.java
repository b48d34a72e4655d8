package io.multichat.topology.state.participants;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.WriteBehindCache;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the senders of each session, apart from the session, which is written with each message; this only when a new
 * sender appears. By the stream thread alone.
 *
 * <p>At most half a KiB a session; on disk, with a changelog, kept as long as the session, since a late message may bring a new
 * sender.
 */
public final class ParticipantStore {
    private static final int RECENT = 4_096;

    private final WriteBehindCache<SessionId, ParticipantSet> recent;
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
    public ParticipantStore(KeyValueStore<Bytes, byte[]> store, KeyValueStore<Bytes, byte[]> commits) {
        this.recent = new WriteBehindCache<>(store, commits, new Codec(), RECENT);
    }

    /** Begins the set of a new session with its first sender; returns how many there are then. */
    public Participants begin(SessionId session, String senderId) {
        ParticipantSet only = ParticipantSet.EMPTY.with(ParticipantSet.hash(senderId));
        recent.put(session, only);
        return only.count();
    }

    /**
     * Adds a sender.
     *
     * @param before how many there were
     * @return how many there are then
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
        recent.put(session, after);
        return after.count();
    }

    /** Adds the senders of a merged session to its survivor; returns how many there are then. */
    public Participants merge(SessionId survivor, SessionId merged) {
        ParticipantSet both = get(survivor).union(get(merged));
        recent.put(survivor, both);
        recent.remove(merged);
        return both.count();
    }

    /** Forgets the senders of a session. */
    public void remove(SessionId session) {
        recent.remove(session);
    }

    private ParticipantSet get(SessionId session) {
        ParticipantSet set = recent.get(session);
        return set == null ? ParticipantSet.EMPTY : set;
    }
}
