package io.multichat.topology.state;

import io.multichat.events.SessionId;
import io.multichat.topology.state.layers.Keyspace;
import java.util.ArrayList;
import java.util.List;
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

    /** The conversations with the hash in this id: nearly always one or none. */
    public List<ConversationKey> withHashOf(SessionId id) {
        List<ConversationKey> found = new ArrayList<>(1);
        try (KeyValueIterator<Bytes, byte[]> all = records.range(
                ConversationKey.bound(id.conversationHash(), (byte) 0),
                ConversationKey.bound(id.conversationHash(), Byte.MAX_VALUE))) {
            all.forEachRemaining(entry -> found.add(ConversationKey.of(entry.key)));
        }
        return found;
    }
}
