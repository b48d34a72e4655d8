package io.multichat.reading;

import java.util.Optional;

/** Reads conversations across their sessions from one store. Thread-safe. */
public interface ConversationReader {
    /**
     * Returns a page of the conversations that have an open or closed session, newest activity first.
     *
     * @param platform the name of the conversations' platform; empty for all platforms
     * @param after the cursor of the previous page; empty for the first page
     * @param limit the maximum number of conversations, 1 to {@link ConversationPage#MAX_LIMIT}
     * @return empty if this store does not hold all conversations
     * @throws StoreException if the store cannot be read
     */
    Optional<ConversationPage> conversations(Optional<String> platform, Optional<ConversationCursor> after, int limit);
}
