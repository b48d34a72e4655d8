package io.multichat.topology.law.model;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the plain model is told of a conversation; times in milliseconds.
 *
 * @param gap neighbouring messages of a session are at most this far apart
 * @param maxDuration sessions are cut at its multiples
 * @param editWait how long an edit or delete waits for its message
 * @param waitingEdits how many of them may wait
 * @param retention what is older is too late
 */
public record PlainRules(
        long gap, OptionalLong maxDuration, long editWait, OptionalInt waitingEdits, OptionalLong retention) {
    /** No cuts, nothing is too late, and all edits wait for an hour. */
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

    /** True of what is older than the bound; never without one. */
    public boolean isTooLate(long time, long now) {
        return retention.isPresent() && time < now - retention.getAsLong();
    }
}
