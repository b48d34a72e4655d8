package io.multichat.jobs.erase.plan;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.ErasureSurvey;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.reading.erase.SessionTrace;
import io.multichat.reading.erase.SetHold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans erasures by a scan of the store that holds everything. Changes nothing. */
public final class ErasurePlanner {
    private final ErasureSurvey survey;

    public ErasurePlanner(ErasureSurvey survey) {
        this.survey = survey;
    }

    /**
     * Plans an erasure.
     *
     * @param at when it was requested, UTC milliseconds
     * @throws ErasureException if there is no session with one of the ids
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    public ErasurePlan plan(ErasureRequest request, long at) {
        List<SetHold> holds = survey.holds();
        return request.person().isPresent()
                ? new ErasurePlan(at, person(request.person().get(), at, holds), List.of())
                : sessions(request.sessions(), at, holds);
    }

    private List<PlannedErasure> person(Person person, long at, List<SetHold> holds) {
        List<PlannedErasure> erasures = new ArrayList<>();
        for (PersonTrace trace : survey.traces(person, at)) {
            ParticipantHash participant = ParticipantHash.of(trace.conversation(), person.id());
            erasures.add(planned(
                    trace.conversation(),
                    ErasureCommand.ofParticipant(participant),
                    ErasureMarker.ofParticipant(participant, at),
                    trace.counts(),
                    holds));
        }
        return erasures;
    }

    private ErasurePlan sessions(List<SessionId> ids, long at, List<SetHold> holds) {
        Map<SessionId, PlannedErasure> erasures = new LinkedHashMap<>();
        List<SessionId> deletedBefore = new ArrayList<>();
        for (SessionId id : ids) {
            SessionTrace trace = survey.session(id)
                    .orElseThrow(() -> new ErasureException("there is no session " + id
                            + " in SQLite; nothing was erased. `multichat sessions` lists them"));
            SessionSnapshot session = trace.session();
            if (session.status().isLive()) {
                erasures.put(session.sessionId(), session(session, trace.counts(), holds));
            } else {
                deletedBefore.add(id);
            }
        }
        return new ErasurePlan(at, List.copyOf(erasures.values()), deletedBefore);
    }

    private static PlannedErasure session(SessionSnapshot session, EntryCounts counts, List<SetHold> holds) {
        return planned(
                session.conversation(),
                ErasureCommand.ofSession(session.sessionId()),
                ErasureMarker.ofSession(
                        session.span().startedAt(), session.span().lastMessageAt()),
                counts,
                holds);
    }

    private static PlannedErasure planned(
            Conversation conversation,
            ErasureCommand command,
            ErasureMarker marker,
            EntryCounts counts,
            List<SetHold> holds) {
        Optional<String> hold = holds.stream()
                .filter(each -> each.conversation().equals(conversation) && marker.isProtectedBy(each.hold()))
                .findFirst()
                .flatMap(each -> each.hold().hold());
        return new PlannedErasure(conversation, command, marker, counts, hold);
    }
}
