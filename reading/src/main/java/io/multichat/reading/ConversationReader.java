package io.multichat.reading;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
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

    /**
     * Returns a page of the messages of a conversation across its sessions, each in its newest version, ordered by time, order
     * and message id.
     *
     * @return empty if the store does not know the conversation, or does not hold all messages of a session on the page
     * @throws StoreException if the store cannot be read
     */
    Optional<ConversationMessages> messages(Conversation conversation, PageRequest request);

    /**
     * Returns the position of a message.
     *
     * @return empty if the store does not hold the message
     * @throws StoreException if the store cannot be read
     */
    Optional<MessagePosition> position(Conversation conversation, String messageId);

    /**
     * True if the store knows the conversation and holds all messages that its open and closed sessions count. Otherwise, a message that
     * it does not find may be one that it lacks.
     *
     * @throws StoreException if the store cannot be read
     */
    boolean holdsAll(Conversation conversation);
}
