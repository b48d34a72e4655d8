package io.multichat.jobs.imports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import has done.
 *
 * @param read lines that are not blank
 * @param published those that Kafka has
 * @param refused those that are too large to be published
 * @param refusedLines the numbers of the first of them
 * @param outcome what became of the published ones, when that was waited for
 * @param elapsed how long it took
 */
public record ImportReport(
        long read, long published, long refused, List<Long> refusedLines, Optional<Result> outcome, Duration elapsed) {

    /**
     * What the topology has decided.
     *
     * @param accepted events that are in the transcript now
     * @param duplicates events that it had before, or that the file holds more than once
     * @param waiting edits and deletes that wait for their message; when others publish at the same time, about so many
     * @param deadLetters refused events by reason
     * @param sinks consumer groups of the sinks that have committed all of it
     */
    public record Result(
            long accepted, long duplicates, long waiting, Map<String, Long> deadLetters, List<String> sinks) {
        /** @param moreWaiting how many more wait than before, those of others included */
        static Result of(long published, Outcome seen, long moreWaiting, List<String> sinks) {
            long written = seen.accepted() + seen.refused();
            long waiting = Math.min(Math.max(0, moreWaiting), published - written);
            return new Result(seen.accepted(), published - written - waiting, waiting, seen.deadLetters(), sinks);
        }

        /** How many were refused, for whatever reason. */
        public long deadLetterCount() {
            return deadLetters.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static ImportReport of(Published published, Optional<Result> outcome, Duration elapsed) {
        return new ImportReport(
                published.read(),
                published.count(),
                published.refused().count(),
                published.refused().numbers(),
                outcome,
                elapsed);
    }

    /** Lines per second, from the first one read to the end of all waiting. */
    public long perSecond() {
        return elapsed.isZero() ? read : (long) (read / (elapsed.toNanos() / 1e9));
    }
}
