package io.multichat.sinks.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus.State;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.contract.MessagePages;
import io.multichat.reading.contract.SessionReaderContract;
import java.util.Comparator;
import java.util.List;

/** Checks the answers of a reader against the model of the log. */
final class ReaderCheck {
    private final SessionReader reader;
    private final Model model;

    ReaderCheck(SessionReader reader, Model model) {
        this.reader = reader;
        this.model = model;
    }

    /** Checks a reader whose store holds the whole log: it must answer every question. */
    void checkComplete() {
        SessionReaderContract contract = new SessionReaderContract(reader, model.sessions.values());
        contract.checkSessions();
        for (SessionSnapshot session : model.sessions.values()) {
            if (session.status().isLive()) {
                if (holdsOrphans(session)
                        || model.lacks(session.conversation(), session.span().startedAt())) {
                    contract.checkMessagesIfAnswered(session, messages(session));
                } else {
                    contract.checkMessages(session, messages(session));
                }
            }
        }
    }

    /** Checks a reader whose store may hold a part of the log: the answers that it gives must be complete. */
    void checkAnswered() {
        for (SessionSnapshot session : model.sessions.values()) {
            if (session.status().isLive()
                    && !model.deletes(session.conversation())
                    && model.of(session.conversation()).stream().noneMatch(facts -> facts.repeated)) {
                new MessagePages(reader, session)
                        .read(PageRequest.Direction.FORWARD, PageRequest.MAX_LIMIT)
                        .ifPresent(answer -> assertThat(positions(answer))
                                .as("messages of %s, read during the history", session.sessionId())
                                .isEqualTo(positions(messages(session))));
            }
        }
    }

    /** The messages of a session, oldest first. */
    private List<StoredMessage> messages(SessionSnapshot session) {
        return model.of(session.conversation()).stream()
                .filter(facts -> isWithin(session, facts))
                .map(MessageFacts::stored)
                .sorted(Comparator.comparing(StoredMessage::position))
                .toList();
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

    private static List<MessagePosition> positions(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::position).toList();
    }
}
