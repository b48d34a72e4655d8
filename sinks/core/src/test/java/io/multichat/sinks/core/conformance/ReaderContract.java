package io.multichat.sinks.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus.State;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks the answers of a reader against the model of the log. */
final class ReaderContract {
    private static final int LARGE = 1_000;

    private final SessionReader reader;
    private final Model model;

    ReaderContract(SessionReader reader, Model model) {
        this.reader = reader;
        this.model = model;
    }

    /**
     * Checks all sessions, their messages, and lists of sessions.
     *
     * @param complete true if the store holds the whole log, so that every question must be answered; otherwise only the
     *     answers that are given must be complete
     */
    void check(boolean complete) {
        for (SessionSnapshot session : model.sessions.values()) {
            Optional<SessionSnapshot> live = live(session);
            if (complete) {
                assertThat(reader.session(session.sessionId()).map(Lines::of))
                        .as("the session of the id %s", session.sessionId())
                        .isEqualTo(live.map(Lines::of));
            }
            live.filter(session::equals).ifPresent(known -> checkMessages(known, complete));
        }
        if (complete) {
            new SessionLists(reader, model.sessions.values()).check();
        }
    }

    /** The open or closed session of the id's conversation that contains T0 of the id. */
    private Optional<SessionSnapshot> live(SessionSnapshot session) {
        if (session.status().isLive()) {
            return Optional.of(session);
        }
        SessionId id = session.sessionId();
        return model.sessions.values().stream()
                .filter(other -> other.status().isLive())
                .filter(other -> other.sessionId().conversationHash() == id.conversationHash())
                .filter(other -> other.span().startedAt() <= id.t0()
                        && id.t0() <= other.span().lastMessageAt())
                .findFirst();
    }

    private void checkMessages(SessionSnapshot session, boolean complete) {
        List<StoredMessage> expected = new ArrayList<>();
        boolean repeated = false;
        for (MessageFacts facts : model.of(session.conversation())) {
            repeated |= facts.repeated;
            if (isWithin(session, facts)) {
                expected.add(facts.stored());
            }
        }
        if (repeated && !complete) {
            return;
        }
        expected.sort(Comparator.comparing(StoredMessage::position));
        SessionPages pages = new SessionPages(reader, session);
        check(session, expected, pages.read(Direction.FORWARD, LARGE), complete);
        if (complete) {
            check(session, expected, pages.read(Direction.FORWARD, 2), true);
            Collections.reverse(expected);
            check(session, expected, pages.read(Direction.BACKWARD, 1), true);
        }
    }

    private void check(
            SessionSnapshot session,
            List<StoredMessage> expected,
            Optional<List<StoredMessage>> answer,
            boolean complete) {
        if (complete && (answer.isPresent() || !holdsOrphans(session))) {
            assertThat(answer.map(ReaderContract::texts))
                    .as("messages of %s", session.sessionId())
                    .contains(texts(expected));
        }
        if (!complete && answer.isPresent()) {
            assertThat(positions(answer.get()))
                    .as("messages of %s, read during the history", session.sessionId())
                    .isEqualTo(positions(expected));
        }
    }

    /**
     * True if the session may contain a message without a creation, which a store that counts messages may count as one too
     * many.
     */
    private boolean holdsOrphans(SessionSnapshot session) {
        SessionSnapshot.Span span = session.span();
        long end = session.status().state() == State.OPEN ? Long.MAX_VALUE : span.lastMessageAt();
        return model.of(session.conversation()).stream().anyMatch(facts -> facts.isOrphanIn(span.startedAt(), end));
    }

    private static boolean isWithin(SessionSnapshot session, MessageFacts facts) {
        return facts.position()
                .filter(at -> session.span().startedAt() <= at.sentAt())
                .filter(at -> at.sentAt() <= session.span().lastMessageAt())
                .isPresent();
    }

    /** Stores may replace line breaks between tokens with spaces. */
    private static List<String> texts(List<StoredMessage> messages) {
        return messages.stream()
                .map(message -> Lines.of(message.position(), message.deleted(), Lines.oneLine(message.event())))
                .toList();
    }

    private static List<MessagePosition> positions(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::position).toList();
    }
}
