package io.multichat.server.http;

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
