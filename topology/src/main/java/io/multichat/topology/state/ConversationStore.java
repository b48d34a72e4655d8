package io.multichat.topology.state;

import io.multichat.events.SessionId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of each conversation and its newest session. A view to read, from any thread, at least as
 * new as the last commit.
 *
 * <p>On disk, since there is no bound on conversations; with a changelog, since a lost record would lose a session. Kept for
 * ever, or as long as {@code session.retention} says.
 */
public final class ConversationStore {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    public ConversationStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        byte[] bytes = readable.get(conversation.bytes());
        return bytes == null ? ConversationState.EMPTY : ConversationCodec.decode(bytes);
    }

    /** The conversations whose hash the id holds: nearly always one or none. */
    public List<ConversationKey> withHashOf(SessionId id) {
        List<ConversationKey> found = new ArrayList<>(1);
        try (KeyValueIterator<Bytes, byte[]> all = readable.range(
                ConversationKey.bound(id.conversationHash(), (byte) 0),
                ConversationKey.bound(id.conversationHash(), Byte.MAX_VALUE))) {
            all.forEachRemaining(entry -> found.add(ConversationKey.of(entry.key)));
        }
        return found;
    }
}
