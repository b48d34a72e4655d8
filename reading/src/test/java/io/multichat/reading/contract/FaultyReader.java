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
import java.util.List;
import java.util.Optional;

/**
 * A reader with one fault.
 *
 * @param correct a reader without faults
 * @param fault the fault
 */
record FaultyReader(SessionReader correct, Fault fault) implements SessionReader {
    @Override
    public String name() {
        return fault.name();
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        return switch (fault) {
            case LOSES_SESSIONS -> Optional.empty();
            case IGNORES_THE_MESSAGE_IN_THE_ID -> correct.session(id).or(() -> correct.session(withLastBitFlipped(id)));
            default -> correct.session(id);
        };
    }

    @Override
    public boolean holds(SessionId id) {
        return correct.holds(id);
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionFilter applied = switch (fault) {
            case IGNORES_THE_CONVERSATION ->
                new SessionFilter(Optional.empty(), filter.platform(), filter.states(), filter.from(), filter.to());
            case IGNORES_THE_PLATFORM ->
                new SessionFilter(filter.conversation(), Optional.empty(), filter.states(), filter.from(), filter.to());
            default -> filter;
        };
        Optional<SessionCursor> position = fault == Fault.REPEATS_THE_FIRST_SESSIONS ? Optional.empty() : after;
        return correct.sessions(applied, position, limit).map(fault::spoil);
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        return switch (fault) {
            case INVENTS_SESSIONS ->
                correct.messages(session, request).or(() -> Optional.of(new MessagePage(List.of(), false)));
            case LOSES_SESSIONS -> Optional.empty();
            case REPEATS_THE_FIRST_MESSAGES ->
                correct.messages(session, new PageRequest(Optional.empty(), request.limit(), request.direction()));
            case READS_FORWARD_ONLY ->
                correct.messages(
                        session, new PageRequest(request.after(), request.limit(), PageRequest.Direction.FORWARD));
            default -> correct.messages(session, request).map(fault::spoil);
        };
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        return switch (fault) {
            case LOSES_POSITIONS -> Optional.empty();
            case GIVES_THE_POSITION_BEFORE ->
                correct.position(session, messageId)
                        .map(right -> new MessagePosition(right.sentAt(), right.order() - 1, right.messageId()));
            default -> correct.position(session, messageId);
        };
    }

    @Override
    public Optional<ConversationReader> conversations() {
        return correct.conversations().map(conversations -> new FaultyConversations(conversations, fault));
    }

    @Override
    public void close() {
        correct.close();
    }

    private static SessionId withLastBitFlipped(SessionId id) {
        return new SessionId(id.high(), id.low() ^ 1);
    }
}
