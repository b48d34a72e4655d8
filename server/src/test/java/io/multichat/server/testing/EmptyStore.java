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
import java.util.List;
import java.util.Optional;

/**
 * An empty store that records each query.
 *
 * @param name the store's name
 * @param asked receives the name with each query
 */
public record EmptyStore(String name, List<String> asked) implements SessionReader {
    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        asked.add(name);
        return Optional.empty();
    }

    @Override
    public boolean holds(SessionId id) {
        asked.add(name);
        return false;
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        asked.add(name);
        return Optional.empty();
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        asked.add(name);
        return Optional.empty();
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        asked.add(name);
        return Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
