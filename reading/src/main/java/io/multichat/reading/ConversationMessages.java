package io.multichat.reading;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.util.List;
import java.util.Optional;

/**
 * A page of the messages of a conversation.
 *
 * @param page the messages in the requested direction
 * @param sessions the open and closed sessions that the messages may belong to, oldest first
 */
public record ConversationMessages(MessagePage page, List<SessionSnapshot> sessions) {
    /**
     * The session of a message, given the sessions around it.
     *
     * @param sessions open and closed sessions of the message's conversation, oldest first
     * @param sentAt the time of the message
     * @return empty for a message whose session is not announced yet
     */
    public static Optional<SessionId> sessionAt(List<SessionSnapshot> sessions, long sentAt) {
        return sessions.stream()
                .filter(session -> session.span().startedAt() <= sentAt)
                .reduce((earlier, later) -> later)
                .filter(last -> last.status().state() == SessionStatus.State.OPEN
                        || sentAt <= last.span().lastMessageAt())
                .map(SessionSnapshot::sessionId);
    }
}
