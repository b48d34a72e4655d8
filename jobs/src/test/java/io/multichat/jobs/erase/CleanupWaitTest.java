package io.multichat.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.jobs.wait.WaitFailedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A long {@code sqlite.erase.settle} is no stall. */
class CleanupWaitTest {
    private static final Duration SETTLE = Duration.ofMinutes(20);

    private final AtomicLong clock = new AtomicLong();
    private final CleanupWait wait = new CleanupWait(SETTLE, Duration.ofMinutes(5), clock::get);

    @Test
    void aCleanupAfterTheTimeInWhichErasuresAreCollectedIsAwaited() {
        wait.await(() -> isCleanedUpAfter(SETTLE.plusMinutes(4)));

        assertThat(clock.get()).isEqualTo(SETTLE.plusMinutes(4).toNanos());
    }

    @Test
    void aCleanupThatNeverComesFailsAfterThat() {
        assertThatThrownBy(() -> wait.await(() -> isCleanedUpAfter(SETTLE.plusDays(1))))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("SQLite");
        assertThat(clock.get()).isLessThanOrEqualTo(SETTLE.plusMinutes(12).toNanos());
    }

    @Test
    void aStoppingProgramDoesNotWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> wait.await(() -> isCleanedUpAfter(SETTLE)))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("the program is stopping and no longer waits for SQLite");
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    }

    /** Each look takes four minutes. */
    private boolean isCleanedUpAfter(Duration time) {
        return clock.addAndGet(Duration.ofMinutes(4).toNanos()) >= time.toNanos();
    }
}
