package io.multichat.jobs.imports;

import io.multichat.formats.EventPlace;
import io.multichat.jobs.imports.read.ReadingReport;
import io.multichat.jobs.wait.ObservedOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an import.
 *
 * @param reading how the files were read
 * @param read number of events in the files
 * @param published number of events that this import published
 * @param resumed number of events that an interrupted import had published before
 * @param refused number of events that are too large to be published
 * @param refusedPlaces where the first of those are in the file, at most 20
 * @param invalid number of published events that become dead letters: not valid, or too far in the future
 * @param invalidPlaces where the first of those are in the file, at most 20
 * @param outcome what the topology decided; empty when the import did not wait
 * @param elapsed duration of the import, including waiting
 */
public record ImportReport(
        ReadingReport reading,
        long read,
        long published,
        long resumed,
        long refused,
        List<EventPlace> refusedPlaces,
        long invalid,
        List<EventPlace> invalidPlaces,
        Optional<Result> outcome,
        Duration elapsed) {

    /**
     * What the topology decided about the published events.
     *
     * @param accepted new events, now in the transcript
     * @param duplicates events that were already known or occur more than once in the file
     * @param waiting edits and deletes that wait for their message; an estimate if others publish at the same time
     * @param deadLetters refused events by reason
     * @param sinks consumer groups of the sinks that have committed all accepted events
     */
    public record Result(
            long accepted, long duplicates, long waiting, Map<String, Long> deadLetters, List<String> sinks) {
        /** @param moreWaiting increase of waiting edits and deletes during the import, including those of other publishers */
        static Result of(long published, ObservedOutput output, long moreWaiting, List<String> sinks) {
            long written = output.accepted() + output.refused();
            long waiting = Math.min(Math.max(0, moreWaiting), published - written);
            return new Result(output.accepted(), published - written - waiting, waiting, output.deadLetters(), sinks);
        }

        /** Number of refused events, for any reason. */
        public long deadLetterCount() {
            return deadLetters.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static ImportReport of(
            PublishedEvents published, ReadingReport reading, Optional<Result> outcome, Duration elapsed) {
        return new ImportReport(
                reading,
                published.read(),
                published.count(),
                published.resumed(),
                published.oversized().count(),
                published.oversized().places(),
                published.invalid().count(),
                published.invalid().places(),
                outcome,
                elapsed);
    }

    /** True when nothing was refused, all events were published and, as far as is known, none becomes a dead letter. */
    public boolean flawless() {
        return reading.refused() == 0 && refused == 0 && deadLetters() == 0;
    }

    /** True when at least one event arrived that does not become a dead letter. */
    public boolean useful() {
        return published + resumed > deadLetters();
    }

    private long deadLetters() {
        return outcome.map(Result::deadLetterCount).orElse(invalid);
    }

    /** Events per second over the whole import, including waiting. */
    public long perSecond() {
        return elapsed.isZero() ? read : (long) (read / (elapsed.toNanos() / 1e9));
    }
}
