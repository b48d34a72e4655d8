package io.multichat.formats.write;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.Optional;

/** The thread below a message. */
public final class MessageThread {
    private MessageThread() {}

    /**
     * The conversation of the replies to a message of a channel. Empty if the message is in a thread itself, or if its id is too long
     * for the name of a thread, so that there cannot be any replies.
     */
    public static Optional<Conversation> of(Conversation channel, String messageId) {
        if (channel.thread().isPresent() || messageId.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Conversation.of(channel.platform(), channel.channel(), messageId));
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }
}
