package io.multichat.topology.law.model;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The rules of a conversation in the model; durations in milliseconds.
 *
 * @param gap longest silence between neighbouring messages of a session
 * @param maxDuration sessions are cut at its multiples
 * @param editWait how long an edit or delete waits for its message
 * @param waitingEdits maximum number of waiting edits and deletes
 * @param retention older events are too late
 */
public record PlainRules(
        long gap, OptionalLong maxDuration, long editWait, OptionalInt waitingEdits, OptionalLong retention) {
    /** No cuts and no retention; edits wait for an hour. */
    public static PlainRules ofGap(long gap) {
        return new PlainRules(gap, OptionalLong.empty(), 3_600_000, OptionalInt.empty(), OptionalLong.empty());
    }

    public PlainRules cutAt(long multiples) {
        return new PlainRules(gap, OptionalLong.of(multiples), editWait, waitingEdits, retention);
    }

    public PlainRules waiting(long millis, int edits) {
        return new PlainRules(gap, maxDuration, millis, OptionalInt.of(edits), retention);
    }

    public PlainRules retaining(long millis) {
        return new PlainRules(gap, maxDuration, editWait, waitingEdits, OptionalLong.of(millis));
    }

    /** True when {@code time} is older than the retention; always false without one. */
    public boolean isTooLate(long time, long now) {
        return retention.isPresent() && time < now - retention.getAsLong();
    }
}
