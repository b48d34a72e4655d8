package io.multichat.sinks.core.conformance.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A log, and what happens while it is read.
 *
 * @param partitions of each topic
 * @param utterances the transcript
 * @param announcements decides which snapshots there are and how they are mixed
 * @param steps what happens, one after the other
 */
public record History(int partitions, List<Utterance> utterances, int announcements, List<Step> steps) {
    /**
     * Something that happens.
     *
     * @param fate what
     * @param slot to which of two workers, each of which may believe that it owns everything
     * @param size how much of it
     */
    public record Step(Fate fate, int slot, int size) {}

    /** What can happen. */
    public enum Fate {
        /** Some records are delivered. */
        POLL,
        /** The worker finds nothing. */
        IDLE,
        /** The worker commits what the task allows. */
        COMMIT,
        /** A clean stop; another worker takes the place. */
        STOP,
        /** The process is gone; another worker takes the place. */
        CRASH,
        /** Some partitions are taken away and given back. */
        REBALANCE,
        /** Somebody sets the group's offsets to anything, the end of the log and beyond included. */
        RESET_OFFSETS,
        /** The store begins to fail, at once or some writes later. */
        DISTURB,
        HEAL,
        /** The store is emptied or replaced by an older copy. */
        LOSE,
        TIME_PASSES,
        REPORTS_FAIL,
        REPORTS_ARE_LOST,
        REPORTS_ARRIVE,
        /** A reader looks at everything that the store claims to be complete. */
        READ
    }

    /** Everything that is needed to tell it to somebody. */
    @Override
    public String toString() {
        return partitions + " partitions, announcements " + announcements + "\n  log:\n"
                + utterances.stream().map(next -> "    " + next + "\n").collect(Collectors.joining())
                + "  steps:\n"
                + steps.stream().map(next -> "    " + next + "\n").collect(Collectors.joining());
    }
}
