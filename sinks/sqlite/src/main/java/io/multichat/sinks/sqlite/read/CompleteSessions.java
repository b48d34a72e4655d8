package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionSnapshot;
import java.sql.Connection;
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

    boolean contains(Connection connection, SessionSnapshot session) {
        return counted.contains(new Counted(connection, session));
    }

    void add(Connection connection, SessionSnapshot session) {
        counted.add(new Counted(connection, session));
    }
}
