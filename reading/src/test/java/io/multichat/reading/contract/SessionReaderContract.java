package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.PageRequest;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks the answers of a reader whose store holds known sessions. Each method fails with an {@link AssertionError} that names
 * the wrong answer.
 */
public final class SessionReaderContract {
    private static final List<Integer> PAGE_SIZES = List.of(1, 2, PageRequest.MAX_LIMIT);

    private final SessionReader reader;
    private final Collection<SessionSnapshot> sessions;

    /**
     * Creates a check.
     *
     * @param reader the reader
     * @param sessions the newest snapshots of all sessions in the store, of every state
     */
    public SessionReaderContract(SessionReader reader, Collection<SessionSnapshot> sessions) {
        this.reader = reader;
        this.sessions = sessions;
    }

    /** Checks that ids resolve, that unknown sessions are not found, and that lists are complete. */
    public void checkSessions() {
        for (SessionSnapshot session : sessions) {
            checkResolves(session);
            SessionId id = session.sessionId();
            checkUnknown(UnknownSession.idAt(session.span().startedAt(), session.conversation()));
            checkUnknown(new SessionId(id.high(), id.low() ^ 1));
            checkUnknown(new SessionId(id.high() ^ 1L << 16, id.low()));
        }
        SessionSnapshot unknown = UnknownSession.snapshot();
        checkUnknown(unknown.sessionId());
        assertThat(reader.messages(unknown, new PageRequest(Optional.empty(), 1, Direction.FORWARD)))
                .as("messages of an unknown session")
                .isEmpty();
        new SessionLists(reader, sessions).check();
        reader.conversations().ifPresent(conversations -> new ConversationLists(conversations, sessions).check());
    }

    /**
     * Checks that the reader returns every message of a session once, in order, in both directions and with any size of page, and
     * the messages around one of them; and the same for the session's conversation, if the reader reads conversations.
     *
     * @param session an open or closed session
     * @param expected its messages in any order
     */
    public void checkMessages(SessionSnapshot session, List<StoredMessage> expected) {
        checkMessages(session, expected, true);
    }

    /** Does the same if the reader answers. */
    public void checkMessagesIfAnswered(SessionSnapshot session, List<StoredMessage> expected) {
        checkMessages(session, expected, false);
    }

    private void checkMessages(SessionSnapshot session, List<StoredMessage> expected, boolean mustAnswer) {
        Comparator<StoredMessage> order = Comparator.comparing(StoredMessage::position);
        MessagePages pages = new MessagePages(reader, session);
        for (Direction direction : Direction.values()) {
            List<String> texts = expected.stream()
                    .sorted(direction == Direction.FORWARD ? order : order.reversed())
                    .map(SessionReaderContract::text)
                    .toList();
            for (int size : PAGE_SIZES) {
                Optional<List<StoredMessage>> answer = pages.read(direction, size);
                if (mustAnswer || answer.isPresent()) {
                    assertThat(answer.map(SessionReaderContract::texts))
                            .as("messages of %s, %s in pages of %d", session.sessionId(), direction, size)
                            .contains(texts);
                }
            }
        }
        new MessageWindows(reader, session).check(expected, mustAnswer);
    }

    /** Checks that the id of a session that no longer exists resolves to the one that contains its T0, if there is one. */
    private void checkResolves(SessionSnapshot named) {
        SessionId id = named.sessionId();
        Optional<SessionSnapshot> expected = named.status().isLive()
                ? Optional.of(named)
                : sessions.stream()
                        .filter(session -> session.status().isLive())
                        .filter(session ->
                                session.sessionId().conversationHash().equals(id.conversationHash()))
                        .filter(session -> session.span().startedAt() <= id.t0()
                                && id.t0() <= session.span().lastMessageAt())
                        .findFirst();
        assertThat(reader.session(id)).as("the session of the id %s", id).isEqualTo(expected);
        assertThat(reader.holds(id)).as("a snapshot with the id %s", id).isTrue();
    }

    /** Checks that an id that no session has resolves to none, even if a session contains its T0. */
    private void checkUnknown(SessionId id) {
        if (sessions.stream().noneMatch(session -> session.sessionId().equals(id))) {
            assertThat(reader.session(id)).as("an unknown id, %s", id).isEmpty();
            assertThat(reader.holds(id))
                    .as("a snapshot with the unknown id %s", id)
                    .isFalse();
        }
    }

    private static List<String> texts(List<StoredMessage> messages) {
        return messages.stream().map(SessionReaderContract::text).toList();
    }

    private static String text(StoredMessage message) {
        return message.position() + (message.deleted() ? " deleted " : " ") + OneLine.of(message.event());
    }
}
