package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionReader;
import io.multichat.reading.WindowReader;
import io.multichat.reading.WindowRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Reads the messages of a session from a store that holds all of them. The archive answers for a session that a store before it knows
 * only if that session is closed, and then by that store's snapshot: its own may be too old to tell that messages are missing. If no
 * store holds all messages of a closed session and stores are known to lack some for good, waiting does not help: the answer is then
 * what is left, marked as incomplete. Thread-safe.
 */
public final class MessageTiers {
    private static final MessagePage NONE_LEFT = new MessagePage(List.of(), false);

    private final Function<SessionId, Optional<SessionSnapshot>> state;
    private final StoreChain stores;
    private final BooleanSupplier lackMessages;

    private interface Question<T> {
        Optional<T> ask(SessionReader store, SessionSnapshot session);
    }

    MessageTiers(
            Function<SessionId, Optional<SessionSnapshot>> state, StoreChain stores, BooleanSupplier lackMessages) {
        this.state = state;
        this.stores = stores;
        this.lackMessages = lackMessages;
    }

    /**
     * A page of the messages of a session.
     *
     * @return empty when no tier knows the session
     * @throws TiersUnavailableException when the session exists, or may exist, and no store holds all its messages yet
     */
    public Optional<Answer<MessagePage>> page(SessionId id, PageRequest request) {
        return answer(
                id,
                (store, session) -> store.messages(session, request),
                page -> !page.messages().isEmpty(),
                NONE_LEFT);
    }

    /**
     * The messages around one of a session.
     *
     * @return empty when no tier knows the session; a window without an anchor if the session does not have the message
     * @throws TiersUnavailableException when the session exists, or may exist, and no store holds all its messages yet
     */
    public Optional<Answer<MessageWindow>> window(SessionId id, WindowRequest request) {
        return answer(
                id,
                (store, session) -> WindowReader.of(store, session).read(request),
                window -> window.anchor().isPresent(),
                new MessageWindow(List.of(), Optional.empty(), false, false));
    }

    /**
     * @param isSomething true for an answer that holds anything of what was asked for
     * @param nothing the answer if nothing is left
     */
    private <T> Optional<Answer<T>> answer(SessionId id, Question<T> question, Predicate<T> isSomething, T nothing) {
        AtomicReference<SessionSnapshot> known = new AtomicReference<>();
        Optional<Answer<T>> answer = stores.firstOf(
                store -> {
                    boolean last = stores.isArchive(store);
                    return last ? archived(store, id, known, question) : stored(store, id, known, question);
                },
                any -> true,
                null);
        SessionSnapshot found = known.get();
        if (answer.isEmpty()
                && found != null
                && found.status().state() == SessionStatus.State.CLOSED
                && lackMessages.getAsBoolean()) {
            SessionSnapshot withoutCount = LostMessages.withoutCount(found);
            return stores.firstOf(store -> question.ask(store, withoutCount).filter(isSomething), some -> true, null)
                    .or(() -> Optional.of(new Answer<>(nothing, SessionTiers.STATE, List.of())))
                    .map(Answer::withoutLostParts);
        }
        if (answer.isEmpty() && (found != null || isInState(id))) {
            throw new TiersUnavailableException(
                    "the session exists, but no store holds all its messages yet; retry in a moment", null);
        }
        return answer;
    }

    private static <T> Optional<T> stored(
            SessionReader store, SessionId id, AtomicReference<SessionSnapshot> known, Question<T> question) {
        Optional<SessionSnapshot> session = store.session(id);
        session.ifPresent(found -> known.compareAndSet(null, found));
        return session.flatMap(found -> question.ask(store, found));
    }

    private static <T> Optional<T> archived(
            SessionReader archive, SessionId id, AtomicReference<SessionSnapshot> known, Question<T> question) {
        if (known.get() == null) {
            return stored(archive, id, known, question);
        }
        boolean closed = known.get().status().state() == SessionStatus.State.CLOSED;
        return closed ? question.ask(archive, known.get()) : Optional.empty();
    }

    private boolean isInState(SessionId id) {
        try {
            return state.apply(id).filter(found -> found.sessionId().equals(id)).isPresent();
        } catch (InvalidStateStoreException e) {
            throw StoreChain.unavailable(e);
        }
    }
}
