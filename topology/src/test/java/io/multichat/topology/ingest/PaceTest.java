package io.multichat.topology.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.settings.TopologySettings.Timing;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Changes are committed at the next tick, except those of a backlog. */
class PaceTest {
    private final AtomicLong waitedMs = new AtomicLong();
    private final Pace pace = new Pace(Timing.defaults(), waitedMs::get);

    @Test
    void aFreshRecordIsCommittedAtTheNextTickOnly() {
        pace.processing(1_000);

        assertThat(dueAt(1_050)).isTrue();
        assertThat(dueAt(1_150)).isFalse();
    }

    @Test
    void aChangeByATimerIsCommittedToo() {
        pace.changed();

        assertThat(dueAt(9_000)).isTrue();
        assertThat(dueAt(9_100)).isFalse();
    }

    @Test
    void aBacklogIsCommittedWhenItEnds() {
        waitedMs.set(5_001);
        pace.processing(1_000);
        assertThat(dueAt(1_100)).isFalse();

        waitedMs.set(5_000);
        pace.processing(1_150);

        assertThat(dueAt(1_200)).isTrue();
    }

    @Test
    void aBacklogEndsAfterTwoSecondsWithoutRecordsEvenIfTheClockStepsBack() {
        waitedMs.set(60_000);
        pace.processing(10_000);
        assertThat(dueAt(11_999)).isFalse();
        assertThat(dueAt(12_000)).isTrue();

        pace.processing(13_000);
        assertThat(dueAt(1_000)).isTrue();
    }

    private boolean dueAt(long now) {
        pace.tick(now);
        return pace.commitIsDue();
    }
}
