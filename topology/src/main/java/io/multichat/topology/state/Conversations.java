package io.multichat.topology.state;

import io.multichat.topology.state.layers.WriteBehindCache;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The conversations of a partition as its stream thread reads and writes them, see {@link ConversationStore}. */
public final class Conversations {
    private static final int RECENT = 16_384;

    private final KeyValueStore<Bytes, byte[]> store;
    private final WriteBehindCache<ConversationKey, ConversationState> recent;

    private record Codec() implements WriteBehindCache.Codec<ConversationKey, ConversationState> {
        @Override
        public Bytes key(ConversationKey key) {
            return key.bytes();
        }

        @Override
        public byte[] encode(ConversationState value) {
            return ConversationCodec.encode(value);
        }

        @Override
        public ConversationState decode(byte[] bytes) {
            return ConversationCodec.decode(bytes);
        }
    }

    /** @param commits see {@link WriteBehindCache} */
    public Conversations(KeyValueStore<Bytes, byte[]> store, KeyValueStore<Bytes, byte[]> commits) {
        this.store = store;
        this.recent = new WriteBehindCache<>(store, commits, new Codec(), RECENT);
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        ConversationState state = recent.get(conversation);
        return state == null ? ConversationState.EMPTY : state;
    }

    /** Replaces the state of a conversation. */
    public void put(ConversationKey conversation, ConversationState state) {
        recent.put(conversation, state);
    }

    /** Replaces the state of a conversation, and lets everybody see it at once. */
    public void putNow(ConversationKey conversation, ConversationState state) {
        recent.putNow(conversation, state);
    }

    /** Forgets a conversation. */
    void remove(ConversationKey conversation) {
        recent.remove(conversation);
    }

    KeyValueStore<Bytes, byte[]> store() {
        return store;
    }
}
