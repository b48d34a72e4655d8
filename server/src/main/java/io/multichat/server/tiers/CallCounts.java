package io.multichat.server.tiers;

import java.util.concurrent.atomic.LongAdder;

/** How the calls to a tier ended since the start. Thread-safe. */
public final class CallCounts {
    private final LongAdder answers = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder skips = new LongAdder();

    /** Counts a call that was answered, also if the tier does not have what was asked for. */
    void answered() {
        answers.increment();
    }

    /** Counts a call that failed, or was not answered in time. */
    void failed() {
        failures.increment();
    }

    /** Counts a call that was not made, because the tier did not answer a moment ago. */
    void skipped() {
        skips.increment();
    }

    public long answers() {
        return answers.sum();
    }

    public long failures() {
        return failures.sum();
    }

    public long skips() {
        return skips.sum();
    }
}
