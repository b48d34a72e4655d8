package io.multichat.topology.state;

import io.multichat.events.hash.ConversationHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hashes that conversations with a record have. A new conversation needs a hash of its own, because the hash is what session
 * ids contain of a conversation.
 *
 * <p>Finds stored conversations in their store. New ones are written to it only before the next commit, so those are kept in
 * memory until then. Only the stream thread may use it.
 */
final class TakenHashes {
    private final ConversationStore stored;
    private final Map<ConversationHash, ConversationKey> newest;

    /** @param unwritten maximum number of new conversations that are not in the store yet */
    TakenHashes(ConversationStore stored, int unwritten) {
        this.stored = stored;
        // Forgets the oldest: all conversations that are not in the store are newer than any that is.
        this.newest = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ConversationHash, ConversationKey> eldest) {
                return size() > unwritten;
            }
        };
    }

    /** The conversation that has a hash. */
    Optional<ConversationKey> owner(ConversationHash hash) {
        return Optional.ofNullable(newest.get(hash)).or(() -> stored.withHash(hash));
    }

    /** Records that a new conversation has its first record. */
    void take(ConversationKey conversation) {
        newest.put(conversation.hash(), conversation);
    }

    /** Frees the hash of a conversation whose record was removed. */
    void free(ConversationKey conversation) {
        newest.remove(conversation.hash());
    }
}
