package io.multichat.jobs.testing;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.ErasureSurvey;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.reading.erase.SessionTrace;
import io.multichat.reading.erase.SetHold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A survey of sessions, traces and holds that a test gives. */
public final class ChatSurvey implements ErasureSurvey {
    public final List<SessionSnapshot> sessions = new ArrayList<>();
    public final List<PersonTrace> traces = new ArrayList<>();
    public final List<SetHold> holds = new ArrayList<>();

    @Override
    public List<PersonTrace> traces(Person person, long until) {
        return traces.stream()
                .filter(trace -> person.mayWriteIn(trace.conversation()))
                .toList();
    }

    @Override
    public Optional<SessionTrace> session(SessionId id) {
        return sessions.stream()
                .filter(session -> session.sessionId().equals(id))
                .map(session -> new SessionTrace(session, EntryCounts.MESSAGE))
                .findFirst();
    }

    @Override
    public List<SetHold> holds() {
        return List.copyOf(holds);
    }

    @Override
    public List<SessionSnapshot> inactive(long before, Optional<SessionSnapshot> after, int limit) {
        return sessions.stream()
                .filter(session -> session.span().lastMessageAt() < before)
                .sorted(Comparator.comparingLong(
                        (SessionSnapshot session) -> session.span().lastMessageAt()))
                .dropWhile(session -> after.isPresent()
                        && session.span().lastMessageAt() <= after.get().span().lastMessageAt())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isCleanedUp() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
