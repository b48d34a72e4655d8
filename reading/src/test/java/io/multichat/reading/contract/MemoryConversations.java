package io.multichat.reading.contract;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessagePageBuilder;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.StoredMessage;
import java.util.Comparator;
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

    @Override
    public Optional<ConversationMessages> messages(Conversation conversation, PageRequest request) {
        List<SessionSnapshot> sessions = of(conversation);
        List<StoredMessage> all = sessions.stream()
                .flatMap(session -> messages.get(session).stream())
                .toList();
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConversationMessages(page(all, request), sessions));
    }

    @Override
    public Optional<MessagePosition> position(Conversation conversation, String messageId) {
        return of(conversation).stream()
                .flatMap(session -> messages.get(session).stream())
                .map(StoredMessage::position)
                .filter(position -> position.messageId().equals(messageId))
                .findFirst();
    }

    @Override
    public boolean holdsAll(Conversation conversation) {
        return !of(conversation).isEmpty();
    }

    /** A page of messages that are given in any order. */
    static MessagePage page(List<StoredMessage> messages, PageRequest request) {
        Comparator<StoredMessage> oldestFirst = Comparator.comparing(StoredMessage::position);
        Comparator<StoredMessage> order =
                request.direction() == PageRequest.Direction.FORWARD ? oldestFirst : oldestFirst.reversed();
        MessagePageBuilder page = new MessagePageBuilder(request.limit());
        List<StoredMessage> found = messages.stream()
                .sorted(order)
                .filter(message -> request.after()
                        .map(after -> new StoredMessage(after, message.event(), false))
                        .filter(after -> order.compare(message, after) <= 0)
                        .isEmpty())
                .toList();
        found.stream().allMatch(page::add);
        return page.page();
    }

    private List<SessionSnapshot> of(Conversation conversation) {
        return messages.keySet().stream()
                .filter(session -> session.conversation().equals(conversation))
                .sorted(SessionCursor.NEWEST_FIRST.reversed())
                .toList();
    }

    private boolean isNewest(SessionSnapshot session) {
        return messages.keySet().stream()
                .filter(other -> other.conversation().equals(session.conversation()))
                .noneMatch(other -> other.span().startedAt() > session.span().startedAt());
    }
}
