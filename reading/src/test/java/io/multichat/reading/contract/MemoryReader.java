package io.multichat.reading.contract;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simplest correct reader: of closed sessions in memory, without a database's indexes and cursors.
 *
 * @param messages the messages of each session
 */
record MemoryReader(Map<SessionSnapshot, List<StoredMessage>> messages) implements SessionReader {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        return messages.keySet().stream()
                .filter(session -> session.sessionId().equals(id))
                .findFirst();
    }

    @Override
    public boolean holds(SessionId id) {
        return session(id).isPresent();
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        List<SessionSnapshot> found = messages.keySet().stream()
                .filter(session -> passes(filter, session))
                .filter(session -> after.isEmpty() || SessionCursor.of(session).compareTo(after.get()) > 0)
                .sorted(SessionCursor.NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Optional.of(SessionPage.of(found, limit));
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        if (!messages.containsKey(session)) {
            return Optional.empty();
        }
        return Optional.of(MemoryConversations.page(messages.get(session), request));
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        return conversations().flatMap(all -> all.position(session.conversation(), messageId));
    }

    @Override
    public Optional<ConversationReader> conversations() {
        return Optional.of(new MemoryConversations(messages));
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static boolean passes(SessionFilter filter, SessionSnapshot session) {
        long startedAt = session.span().startedAt();
        return filter.states().contains(session.status().state())
                && filter.includes(session.conversation())
                && filter.from().orElse(0) <= startedAt
                && startedAt < filter.to().orElse(Long.MAX_VALUE);
    }
}
