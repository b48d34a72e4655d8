package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.erase.ErasureSurvey;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.reading.erase.SessionTrace;
import io.multichat.reading.erase.SetHold;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what an erasure or a retention rule is about, in either layout of a store. Thread-safe. */
public final class SqliteErasureSurvey implements ErasureSurvey {
    // A person's messages are found by reading all messages.
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Comparator<SessionSnapshot> OLDEST_FIRST = Comparator.comparingLong(
                    (SessionSnapshot session) -> session.span().lastMessageAt())
            .thenComparing(SessionSnapshot::sessionId);

    private final ReadFiles files;

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteErasureSurvey(Path file) {
        files = new ReadFiles(file);
    }

    @Override
    public List<PersonTrace> traces(Person person, long until) {
        return inAllFiles(connection -> PersonRows.traces(connection, person, until));
    }

    @Override
    public Optional<SessionTrace> session(SessionId id) {
        return inAllFiles(connection -> SessionTraces.find(connection, id)).stream()
                .findFirst();
    }

    @Override
    public List<SetHold> holds() {
        return inAllFiles(HoldRows::set);
    }

    @Override
    public List<SessionSnapshot> inactive(long before, Optional<SessionSnapshot> after, int limit) {
        List<SessionSnapshot> found =
                inAllFiles(connection -> SessionTraces.inactive(connection, before, after, limit));
        return found.stream().sorted(OLDEST_FIRST).limit(limit).toList();
    }

    @Override
    public boolean isCleanedUp() {
        return !inAllFiles(SqliteErasureSurvey::isCleanedUp).contains(false);
    }

    /** The database files that exist. */
    public List<Path> files() {
        return files.all().values().stream().map(ReadConnections::file).toList();
    }

    @Override
    public void close() {
        files.close();
    }

    private <T> List<T> inAllFiles(ReadConnections.Question<List<T>> question) {
        return files.all().values().stream()
                .map(file -> file.ask(List.<T>of(), System.nanoTime() + PATIENCE.toNanos(), question))
                .flatMap(Collection::stream)
                .toList();
    }

    /** One element; a file of an earlier version never erased anything. */
    private static List<Boolean> isCleanedUp(Connection connection) throws SQLException {
        boolean erases = new Select("SELECT 1 FROM sqlite_schema WHERE name = 'erasure_cleanup'")
                .first(connection, row -> true)
                .orElse(false);
        String open = "SELECT cleaned >= (SELECT coalesce(max(id), 0) FROM erasures) FROM erasure_cleanup";
        return List.of(!erases
                || new Select(open).first(connection, row -> row.getBoolean(1)).orElse(true));
    }
}
