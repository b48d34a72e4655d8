package io.multichat.app.imports;

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
     * @param deadLetters refused events by reason
     * @param sinks consumer groups of the sinks that have committed all of it
     */
    public record Result(long accepted, long duplicates, Map<String, Long> deadLetters, List<String> sinks) {
        static Result of(long published, Outcome seen, List<String> sinks) {
            long duplicates = published - seen.accepted() - seen.refused();
            return new Result(seen.accepted(), duplicates, seen.deadLetters(), sinks);
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
