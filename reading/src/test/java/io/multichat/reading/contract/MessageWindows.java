package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.WindowReader;
import io.multichat.reading.WindowRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks the messages around one in the middle of a session, and its position.
 *
 * @param reader the reader
 * @param session the session
 */
record MessageWindows(SessionReader reader, SessionSnapshot session) {
    private static final String UNKNOWN = "no such message";

    /** @param mustAnswer false if the reader may leave every question unanswered */
    void check(List<StoredMessage> messages, boolean mustAnswer) {
        List<StoredMessage> sorted = messages.stream()
                .sorted(Comparator.comparing(StoredMessage::position))
                .toList();
        WindowReader windows = WindowReader.of(reader, session);
        if (!sorted.isEmpty()) {
            int middle = sorted.size() / 2;
            MessagePosition at = sorted.get(middle).position();
            Optional<MessageWindow> window = windows.read(new WindowRequest(at.messageId(), 1, 2));
            if (mustAnswer || window.isPresent()) {
                assertThat(window.map(MessageWindows::positions))
                        .as("messages around %s", at)
                        .contains(positions(sorted, middle));
                checkEnds(window.get(), sorted);
                checkInConversation(sorted, at);
            }
        }
        if (mustAnswer) {
            assertThat(reader.position(session, UNKNOWN))
                    .as("the position of a message that does not exist")
                    .isEmpty();
        }
    }

    private static void checkEnds(MessageWindow window, List<StoredMessage> sorted) {
        List<MessagePosition> all = sorted.stream().map(StoredMessage::position).toList();
        List<MessagePosition> shown = positions(window);
        assertThat(window.hasBefore())
                .as("older messages")
                .isEqualTo(!shown.get(0).equals(all.get(0)));
        assertThat(window.hasAfter())
                .as("newer messages")
                .isEqualTo(!shown.get(shown.size() - 1).equals(all.get(all.size() - 1)));
    }

    private void checkInConversation(List<StoredMessage> sorted, MessagePosition at) {
        Optional<ConversationReader> conversations = reader.conversations();
        if (conversations.isPresent()) {
            assertThat(conversations.get().position(session.conversation(), at.messageId()))
                    .as("the position of %s", at.messageId())
                    .contains(at);
            MessagePosition before = new MessagePosition(at.sentAt(), Long.MIN_VALUE, "");
            conversations
                    .get()
                    .messages(
                            session.conversation(),
                            new PageRequest(Optional.of(before), PageRequest.MAX_LIMIT, PageRequest.Direction.FORWARD))
                    .ifPresent(answer -> checkPage(answer, sorted, at));
        }
    }

    /** Checks the first page of the conversation from the instant of a message on. */
    private void checkPage(ConversationMessages answer, List<StoredMessage> sorted, MessagePosition at) {
        List<MessagePosition> expected = sorted.stream()
                .map(StoredMessage::position)
                .filter(position -> position.sentAt() >= at.sentAt())
                .limit(answer.page().more() ? 1 : Long.MAX_VALUE)
                .toList();
        assertThat(answer.page().messages())
                .extracting(StoredMessage::position)
                .as("from %s on", at)
                .containsAll(expected);
        assertThat(ConversationMessages.sessionAt(answer.sessions(), at.sentAt()))
                .as("the session of %s", at)
                .contains(session.sessionId());
    }

    private static List<MessagePosition> positions(List<StoredMessage> sorted, int index) {
        return sorted.subList(Math.max(0, index - 1), Math.min(sorted.size(), index + 3)).stream()
                .map(StoredMessage::position)
                .toList();
    }

    private static List<MessagePosition> positions(MessageWindow window) {
        return window.messages().stream().map(StoredMessage::position).toList();
    }
}
