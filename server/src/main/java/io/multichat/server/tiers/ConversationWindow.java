package io.multichat.server.tiers;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.WindowReader;
import io.multichat.reading.WindowRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The messages around one of a conversation.
 *
 * @param window the messages
 * @param sessions the open and closed sessions that the messages may belong to, oldest first
 * @param complete false if nothing was found and the store lacks messages of the conversation, one of which may be what was asked for
 */
public record ConversationWindow(MessageWindow window, List<SessionSnapshot> sessions, boolean complete) {
    /** Reads the window; empty if the store does not know the conversation or does not hold all messages. */
    static Optional<ConversationWindow> read(
            ConversationReader reader, Conversation conversation, WindowRequest request) {
        SortedSet<SessionSnapshot> sessions = new TreeSet<>(SessionCursor.NEWEST_FIRST.reversed());
        WindowReader windows = new WindowReader(
                page -> {
                    Optional<ConversationMessages> read = reader.messages(conversation, page);
                    read.ifPresent(messages -> sessions.addAll(messages.sessions()));
                    return read.map(ConversationMessages::page);
                },
                messageId -> reader.position(conversation, messageId));
        return windows.read(request)
                .map(window -> new ConversationWindow(
                        window, List.copyOf(sessions), window.anchor().isPresent() || reader.holdsAll(conversation)));
    }
}
