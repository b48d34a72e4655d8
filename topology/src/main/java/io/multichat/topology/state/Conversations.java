package io.multichat.topology.state;

import io.multichat.topology.state.layers.UntilCommit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The conversations of a partition as its stream thread reads and writes them, see {@link ConversationStore}.
 *
 * <p>A change is written with the next commit, so that a busy conversation is encoded and written once a commit and not once a
 * message. Busy conversations stay decoded in memory, so that they are not read again for each message.
 */
public final class Conversations {
    /** How many conversations need not be read again: more than are busy at a time. */
    private static final int RECENT = 16_384;

    private final KeyValueStore<Bytes, byte[]> store;
    private final ConversationStore stored;
    private final UntilCommit<ConversationKey, ConversationState> changed;
    private final Map<ConversationKey, ConversationState> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationKey, ConversationState> eldest) {
            return size() > RECENT;
        }
    };

    /** @param commits see {@link UntilCommit} */
    public Conversations(KeyValueStore<Bytes, byte[]> store, KeyValueStore<Bytes, byte[]> commits) {
        this.store = store;
        this.stored = new ConversationStore(store);
        this.changed = new UntilCommit<>(commits, "conversations", this::write, RECENT);
    }

    /** The state of a conversation, {@link ConversationState#EMPTY} before its first event. */
    public ConversationState get(ConversationKey conversation) {
        ConversationState known = recent.get(conversation);
        if (known == null) {
            known = changed.get(conversation);
        }
        return known == null ? stored.get(conversation) : known;
    }

    /** Replaces the state of a conversation. */
    public void put(ConversationKey conversation, ConversationState state) {
        recent.put(conversation, state);
        changed.put(conversation, state);
    }

    /** Replaces the state of a conversation, and lets everybody see it at once. */
    public void putNow(ConversationKey conversation, ConversationState state) {
        recent.put(conversation, state);
        changed.remove(conversation);
        write(conversation, state);
    }

    /** Forgets a conversation. */
    void remove(ConversationKey conversation) {
        recent.remove(conversation);
        changed.remove(conversation);
        store.delete(conversation.bytes());
    }

    KeyValueStore<Bytes, byte[]> store() {
        return store;
    }

    private void write(ConversationKey conversation, ConversationState state) {
        store.put(conversation.bytes(), ConversationCodec.encode(state));
    }
}
