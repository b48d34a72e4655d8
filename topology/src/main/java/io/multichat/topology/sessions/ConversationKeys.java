package io.multichat.topology.sessions;

import io.multichat.events.Conversation;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.ConversationKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The keys of the conversations in use, kept in memory so that a conversation is hashed once and not with each of its events. Only
 * the stream thread may use it.
 */
final class ConversationKeys {
    /** Cleared when full: hashing all of them again takes a few milliseconds, and remembering their order costs every event. */
    private static final int CACHED = 16_384;

    private final Function<Conversation, ConversationHash> hash;
    private final Map<Conversation, ConversationKey> known = new HashMap<>();

    /** @param hash returns the hash of a conversation */
    ConversationKeys(Function<Conversation, ConversationHash> hash) {
        this.hash = hash;
    }

    ConversationKey of(Conversation conversation) {
        ConversationKey key = known.get(conversation);
        if (key == null) {
            key = ConversationKey.of(conversation, hash.apply(conversation));
            if (known.size() == CACHED) {
                known.clear();
            }
            known.put(conversation, key);
        }
        return key;
    }
}
