package io.multichat.jobs.retention;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.erasure.CommandReason;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.reading.erase.ErasureSurvey;
import io.multichat.reading.erase.SetHold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds sessions that are older than the rules allow and gives out a command for each. The topology applies a command once, however often
 * it is published, and refuses it while a hold protects the session. Memory is bounded. For one thread.
 */
public final class RetentionRun {
    private static final int PAGE = 1_000;

    private final ErasureSurvey survey;
    private final RetentionRules rules;
    private final long nowMs;
    private final Consumer<ChatEvent> commands;
    private final SortedMap<String, Long> byPlatform = new TreeMap<>();
    private long due;
    private long onHold;
    private long messages;
    private long published;

    /**
     * @param nowMs the time from which ages are counted, UTC milliseconds
     * @param commands receives the command for each session
     */
    public RetentionRun(ErasureSurvey survey, RetentionRules rules, long nowMs, Consumer<ChatEvent> commands) {
        this.survey = survey;
        this.rules = rules;
        this.nowMs = nowMs;
        this.commands = commands;
    }

    /** Counts the sessions that are too old, without commands. */
    public static RetentionReport dryRun(ErasureSurvey survey, RetentionRules rules, long nowMs) {
        RetentionRun run = new RetentionRun(survey, rules, nowMs, command -> {});
        RetentionReport report = run.run();
        return new RetentionReport(report.due(), report.onHold(), report.messages(), report.byPlatform(), 0);
    }

    /**
     * Deletes the sessions that are too old.
     *
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    public RetentionReport run() {
        Optional<Duration> shortest = rules.shortest();
        if (shortest.isPresent()) {
            List<SetHold> holds = survey.holds();
            long before = nowMs - shortest.get().toMillis();
            Optional<SessionSnapshot> last = Optional.empty();
            for (List<SessionSnapshot> page = survey.inactive(before, last, PAGE);
                    !page.isEmpty();
                    page = survey.inactive(before, last, PAGE)) {
                page.forEach(session -> apply(session, holds));
                last = Optional.of(page.get(page.size() - 1));
            }
        }
        return new RetentionReport(due, onHold, messages, byPlatform, published);
    }

    private void apply(SessionSnapshot session, List<SetHold> holds) {
        Optional<Long> dueAt = rules.of(session.conversation())
                .map(kept -> session.span().lastMessageAt() + kept.toMillis())
                .filter(at -> at < nowMs);
        if (dueAt.isEmpty()) {
            return;
        }
        due++;
        ErasureMarker marker = ErasureMarker.ofSession(
                session.span().startedAt(), session.span().lastMessageAt());
        if (holds.stream()
                .anyMatch(hold ->
                        hold.conversation().equals(session.conversation()) && marker.isProtectedBy(hold.hold()))) {
            onHold++;
            return;
        }
        messages += session.counts().messages();
        byPlatform.merge(session.conversation().platform(), 1L, Long::sum);
        commands.accept(command(session, dueAt.get()));
        published++;
    }

    /**
     * The command for a session: the same bytes at each run, so that the topology drops it as a duplicate until the stores have followed.
     * It has no event id, because every other event can have that, too, and would make a duplicate of the command.
     *
     * @param dueAt since when the session is older than the rules allow, UTC milliseconds
     */
    private static ChatEvent command(SessionSnapshot session, long dueAt) {
        return new ChatEvent(
                EventType.SESSION_DELETED,
                session.conversation(),
                Optional.empty(),
                Optional.empty(),
                dueAt,
                OptionalLong.empty(),
                Optional.empty(),
                ErasureCommand.ofSession(session.sessionId()).content(Map.of(CommandReason.NAME, "retention")));
    }
}
