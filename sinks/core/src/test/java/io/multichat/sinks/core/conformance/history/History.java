package io.multichat.sinks.core.conformance.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A log and the steps that happen while it is read.
 *
 * @param partitions the number of partitions of each topic
 * @param utterances the records of the transcript
 * @param announcements the seed for the snapshots and their order
 * @param steps the steps, in order
 */
public record History(int partitions, List<Utterance> utterances, int announcements, List<Step> steps) {
    /**
     * One step.
     *
     * @param fate the kind of step
     * @param slot the worker, one of two that may both believe that they own all partitions
     * @param size the extent of the step
     */
    public record Step(Fate fate, int slot, int size) {}

    /** The kinds of steps. */
    public enum Fate {
        /** The worker delivers some records. */
        POLL,
        /** The worker calls the task without records. */
        IDLE,
        /** The worker commits the offsets that the task allows. */
        COMMIT,
        /** The worker stops cleanly; another one replaces it. */
        STOP,
        /** The process dies; another worker replaces it. */
        CRASH,
        /** Some partitions are revoked and assigned again. */
        REBALANCE,
        /** The group's offsets are set to random values, possibly beyond the end of the log. */
        RESET_OFFSETS,
        /** The store starts to fail, at once or after some writes. */
        DISTURB,
        HEAL,
        /** The store is emptied or replaced with an older copy. */
        LOSE,
        TIME_PASSES,
        REPORTS_FAIL,
        REPORTS_ARE_LOST,
        REPORTS_ARRIVE,
        /** A reader checks every answer that the store gives. */
        READ
    }

    /** The complete history, readable in a test report. */
    @Override
    public String toString() {
        return partitions + " partitions, announcements " + announcements + "\n  log:\n"
                + utterances.stream().map(next -> "    " + next + "\n").collect(Collectors.joining())
                + "  steps:\n"
                + steps.stream().map(next -> "    " + next + "\n").collect(Collectors.joining());
    }
}
