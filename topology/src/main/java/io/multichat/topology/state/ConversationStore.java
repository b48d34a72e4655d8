package io.multichat.topology.state;

import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.layers.Keyspace;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of conversation states: a read-only view for any thread, at least as new as the last commit.
 *
 * <p>On disk, because the number of conversations is unbounded; with a changelog, because a lost record loses a session.
 * Records are kept for {@code session.retention}, or forever if it is not set.
 */
public final class ConversationStore {
    private final Keyspace records;

    public ConversationStore(Keyspace records) {
        this.records = records;
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        byte[] bytes = records.get(conversation.bytes());
        return bytes == null ? ConversationState.EMPTY : ConversationCodec.decode(bytes);
    }

    /** The conversation with this hash. There is at most one, because the events of a second one are refused. */
    public Optional<ConversationKey> withHash(ConversationHash hash) {
        try (KeyValueIterator<Bytes, byte[]> found =
                records.range(ConversationKey.bound(hash, (byte) 0), ConversationKey.bound(hash, Byte.MAX_VALUE))) {
            return found.hasNext() ? Optional.of(ConversationKey.of(found.next().key)) : Optional.empty();
        }
    }
}
