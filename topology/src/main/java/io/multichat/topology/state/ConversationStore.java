package io.multichat.topology.state;

import io.multichat.events.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of each conversation and its newest session.
 *
 * <p>On disk, since there is no bound on conversations; with a changelog, since a lost record would lose a session; cached,
 * so that a busy conversation writes its changelog once a commit and not once a message. Kept for ever.
 */
public final class ConversationStore {
    /** How many conversations the stream thread need not read again: about as many as are busy at a time. */
    private static final int RECENT = 8_192;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    // By use, in memory; of the stream thread alone, so empty in a view for others.
    private final Map<ConversationKey, ConversationState> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationKey, ConversationState> eldest) {
            return size() > RECENT;
        }
    };

    /** A view to read, from any thread. */
    public ConversationStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        ConversationState known = recent.get(conversation);
        if (known != null) {
            return known;
        }
        byte[] bytes = readable.get(conversation.bytes());
        return bytes == null ? ConversationState.EMPTY : ConversationCodec.decode(bytes);
    }

    /** Replaces the state of a conversation; by the stream thread alone. */
    public void put(ConversationKey conversation, ConversationState state) {
        recent.put(conversation, state);
        writable().put(conversation.bytes(), ConversationCodec.encode(state));
    }

    /** Forgets a conversation; by the stream thread alone. */
    void remove(ConversationKey conversation) {
        recent.remove(conversation);
        writable().delete(conversation.bytes());
    }

    KeyValueStore<Bytes, byte[]> writable() {
        return (KeyValueStore<Bytes, byte[]>) readable;
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
