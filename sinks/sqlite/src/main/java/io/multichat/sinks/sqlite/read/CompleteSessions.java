package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The sessions whose messages have been counted and are all in the file. Messages do not vanish from a file, so the next page
 * of a long session needs no new count. Kept by connection, because a connection never changes its file. In memory and
 * bounded; the least recently used session is evicted first. Thread-safe.
 */
final class CompleteSessions {
    private static final int REMEMBERED = 1_000;

    private final Set<Counted> counted =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Counted, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    private record Counted(Connection connection, SessionSnapshot session) {}

    /**
     * True if the file has all messages that the snapshot counts, in its interval: later messages do not make up for missing
     * ones.
     */
    boolean isComplete(Connection connection, long conversationId, SessionSnapshot session) throws SQLException {
        Counted key = new Counted(connection, session);
        if (counted.contains(key)) {
            return true;
        }
        boolean all = SessionMessages.count(connection, conversationId, session.span())
                >= session.counts().messages();
        if (all) {
            counted.add(key);
        }
        return all;
    }
}
