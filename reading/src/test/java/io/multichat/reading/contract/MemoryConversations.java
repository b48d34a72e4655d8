package io.multichat.reading.contract;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simplest correct reader of conversations: of closed sessions in memory.
 *
 * @param messages the messages of each session
 */
record MemoryConversations(Map<SessionSnapshot, List<StoredMessage>> messages) implements ConversationReader {
    @Override
    public Optional<ConversationPage> conversations(
            Optional<String> platform, Optional<ConversationCursor> after, int limit) {
        List<SessionSnapshot> found = messages.keySet().stream()
                .filter(this::isNewest)
                .filter(session -> platform.isEmpty()
                        || platform.get().equals(session.conversation().platform()))
                .filter(session ->
                        after.isEmpty() || ConversationCursor.of(session).compareTo(after.get()) > 0)
                .sorted(ConversationCursor.NEWEST_ACTIVITY_FIRST)
                .limit(limit + 1L)
                .toList();
        return Optional.of(ConversationPage.of(found, limit));
    }

    private boolean isNewest(SessionSnapshot session) {
        return messages.keySet().stream()
                .filter(other -> other.conversation().equals(session.conversation()))
                .noneMatch(other -> other.span().startedAt() > session.span().startedAt());
    }
}
