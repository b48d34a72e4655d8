package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of the boundaries of each conversation: instants that no session crosses, set by explicit ends. A message at or before a
 * boundary is on its earlier side.
 *
 * <p>On disk, with a changelog, and kept as long as sessions, because a message that is years late must still be placed on the
 * right side. Not cached: a boundary is written once and read only when one may be near, see
 * {@link ConversationState#lastBoundary()}.
 */
public final class BoundaryStore {
    private static final byte[] SET = {};

    private final Keyspace records;

    public BoundaryStore(Keyspace records) {
        this.records = records;
    }

    /** Sets a boundary. Setting it again has no effect. */
    public void add(ConversationKey conversation, long instant) {
        records.put(conversation.bytesAt(instant), SET);
    }

    /** The first boundary of a conversation at or after {@code instant}, UTC milliseconds; empty if none exists. */
    public OptionalLong firstFrom(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                records.range(conversation.bytesAt(instant), conversation.bytesAt(Long.MAX_VALUE))) {
            return found.hasNext()
                    ? OptionalLong.of(ConversationKey.instantOf(found.next().key))
                    : OptionalLong.empty();
        }
    }

    Keyspace records() {
        return records;
    }
}
