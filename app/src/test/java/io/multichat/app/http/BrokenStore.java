package io.multichat.app.http;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.MessagePage;
import io.multichat.sinks.core.PageRequest;
import io.multichat.sinks.core.SessionCursor;
import io.multichat.sinks.core.SessionFilter;
import io.multichat.sinks.core.SessionPage;
import io.multichat.sinks.core.SessionReader;
import io.multichat.sinks.core.StoreException;
import java.util.Optional;

/** A store that is down. */
final class BrokenStore implements SessionReader {
    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        throw down();
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        throw down();
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        throw down();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static StoreException down() {
        return new StoreException(StoreException.Verdict.RETRY, "connection refused", null);
    }
}
