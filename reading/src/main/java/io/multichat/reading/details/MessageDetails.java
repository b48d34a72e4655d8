package io.multichat.reading.details;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.reactions.Reactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from one store what belongs to the messages of a page besides their newest versions. Thread-safe. */
public interface MessageDetails {
    /** The maximum total size of the versions in an answer, in bytes. */
    int MAX_BYTES = 8 << 20;

    /**
     * Returns the reactions that stand, as {@link Reactions} defines them.
     *
     * @param messages messages of the conversation
     * @return by message id, without messages that have none; empty if the store cannot answer
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    Optional<Map<String, List<Reaction>>> reactions(Conversation conversation, List<MessagePosition> messages);

    /**
     * Returns all versions. If they exceed {@link #MAX_BYTES}, the oldest ones of some messages are left out.
     *
     * @param messages messages of the conversation
     * @return by message id, of all messages that the store holds; empty if the store cannot answer
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    Optional<Map<String, Versions>> versions(Conversation conversation, List<MessagePosition> messages);
}
