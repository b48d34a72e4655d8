package io.multichat.reading.erase;

import io.multichat.events.Conversation;
import java.util.Optional;

/**
 * A sender of messages.
 *
 * @param platform the platform on which the id is valid; empty: every platform
 * @param id the id of the sender there
 */
public record Person(Optional<String> platform, String id) {
    /** True if the id means this person in a conversation. */
    public boolean mayWriteIn(Conversation conversation) {
        return platform.isEmpty() || platform.get().equals(conversation.platform());
    }
}
