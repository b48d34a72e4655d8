package io.multichat.server.testing;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoreException;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that fails. */
public final class BrokenStore implements SessionReader {
    private final Supplier<? extends Error> error;

    /** A store that is down. */
    public BrokenStore() {
        this(() -> {
            throw new StoreException(StoreException.Verdict.RETRY, "connection refused", null);
        });
    }

    /** @param error what each question throws */
    public BrokenStore(Supplier<? extends Error> error) {
        this.error = error;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        throw error.get();
    }

    @Override
    public boolean holds(SessionId id) {
        throw error.get();
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        throw error.get();
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        throw error.get();
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        throw error.get();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
