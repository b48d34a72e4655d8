package io.multichat.topology.state;

import java.util.OptionalLong;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the identities of all accepted events, and the time under which each is kept: what makes a duplicate a
 * duplicate, and what finds the original of an edit.
 *
 * <p>23 bytes an event, on disk, with a changelog, kept for ever: importing twice changes nothing, whenever. Not cached,
 * since an identity is written once and nearly never read again.
 */
public final class IdentityStore {
    private final KeyValueStore<Bytes, byte[]> store;

    public IdentityStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The time of the event with that identity, UTC milliseconds; empty when none was accepted. */
    public OptionalLong sentAt(byte[] identity) {
        byte[] bytes = store.get(Bytes.wrap(identity));
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(StateBytes.read(bytes, ByteUtils::readVarlong));
    }

    /** Remembers an accepted event. */
    public void put(byte[] identity, long sentAt) {
        store.put(Bytes.wrap(identity), StateBytes.write(out -> ByteUtils.writeVarlong(sentAt, out)));
    }
}
