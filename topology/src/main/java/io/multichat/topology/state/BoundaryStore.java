package io.multichat.topology.state;

import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the boundaries of each conversation: instants that no session crosses, set by explicit ends. A message at or before
 * one is on its old side.
 *
 * <p>On disk, with a changelog, kept as long as sessions are: a message may come late by years and must still find its side.
 * Not cached: a boundary is written once, and read only where one may be near, see
 * {@link ConversationState#lastBoundary()}.
 */
public final class BoundaryStore {
    private static final byte[] SET = {};

    private final KeyValueStore<Bytes, byte[]> store;

    public BoundaryStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Sets a boundary; does nothing when it is set. */
    public void add(ConversationKey conversation, long instant) {
        store.put(conversation.bytesAt(instant), SET);
    }

    /** The first boundary of a conversation at {@code instant} or later, UTC milliseconds. */
    public OptionalLong firstFrom(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                store.range(conversation.bytesAt(instant), conversation.bytesAt(Long.MAX_VALUE))) {
            return found.hasNext()
                    ? OptionalLong.of(ConversationKey.instantOf(found.next().key))
                    : OptionalLong.empty();
        }
    }

    KeyValueStore<Bytes, byte[]> store() {
        return store;
    }
}
