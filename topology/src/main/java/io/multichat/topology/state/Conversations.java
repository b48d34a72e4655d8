package io.multichat.topology.state;

import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.WriteBehindCache;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The conversation states of a partition, for its stream thread; see {@link ConversationStore}.
 *
 * <p>In front of the store is a {@link WriteBehindCache}, because every event changes its conversation.
 */
public final class Conversations {
    private static final int CACHED = 16_384;

    private final Keyspace records;
    private final WriteBehindCache<ConversationKey, ConversationState> cache;
    private final TakenHashes hashes;

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
    public Conversations(Keyspace records, KeyValueStore<Bytes, byte[]> commits) {
        this.records = records;
        this.cache = new WriteBehindCache<>(records, commits, new Codec(), CACHED);
        this.hashes = new TakenHashes(new ConversationStore(records), CACHED);
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        ConversationState state = cache.get(conversation);
        return state == null ? ConversationState.EMPTY : state;
    }

    /** The conversation with a record that has this hash. There is at most one, if callers ask before they add a conversation. */
    public Optional<ConversationKey> withHash(ConversationHash hash) {
        return hashes.owner(hash);
    }

    /** Replaces the state of a conversation. */
    public void put(ConversationKey conversation, ConversationState state) {
        cache.put(conversation, state);
        if (state.accepted() == 1) {
            hashes.take(conversation);
        }
    }

    /** Removes a conversation. */
    void remove(ConversationKey conversation) {
        cache.remove(conversation);
        hashes.free(conversation);
    }

    Keyspace records() {
        return records;
    }
}
