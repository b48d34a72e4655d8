package io.multichat.topology.state;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the senders of each session, apart from the session, which is written with each message; this only when a new
 * sender appears.
 *
 * <p>At most one KiB a session; on disk, with a changelog, kept for ever, since a late message may bring a new sender.
 * Cached, since each message asks whether its sender is known.
 */
public final class ParticipantStore {
    private final KeyValueStore<Bytes, byte[]> store;
    private final RecentSenders recent = new RecentSenders();

    public ParticipantStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Begins the set of a new session with its first sender; returns how many there are then. */
    public Participants begin(SessionId session, String senderId) {
        ParticipantSet only = ParticipantSet.EMPTY.with(ParticipantSet.hash(senderId));
        put(session, only);
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
        if (recent.has(session, sender)) {
            return before;
        }
        ParticipantSet known = get(session);
        ParticipantSet after = known.with(sender);
        recent.add(session, sender);
        if (after == known) {
            return before;
        }
        put(session, after);
        return after.count();
    }

    /** Adds the senders of a merged session to its survivor; returns how many there are then. */
    public Participants merge(SessionId survivor, SessionId merged) {
        ParticipantSet both = get(survivor).union(get(merged));
        put(survivor, both);
        remove(merged);
        return both.count();
    }

    /** Forgets the senders of a session. */
    void remove(SessionId session) {
        store.delete(key(session));
    }

    private ParticipantSet get(SessionId session) {
        byte[] bytes = store.get(key(session));
        return bytes == null
                ? ParticipantSet.EMPTY
                : StateBytes.read(bytes, in -> new ParticipantSet(in.readAllBytes()));
    }

    private void put(SessionId session, ParticipantSet senders) {
        store.put(key(session), StateBytes.write(out -> out.write(senders.bytes())));
    }

    private static Bytes key(SessionId session) {
        return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(session.high())
                .putLong(session.low())
                .array());
    }
}
