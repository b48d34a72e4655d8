package io.multichat.jobs.wait;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallGuardTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final StallGuard guard = new StallGuard(Duration.ofSeconds(10), nanos::get);

    @Test
    void theWaitFailsWhenProgressIsTheSameForLongerThanTheTimeout() {
        observe("a");
        pass(Duration.ofSeconds(10));
        observe("a");
        pass(Duration.ofNanos(1));

        assertThatThrownBy(() -> observe("a"))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("no progress for 10s (--stall-timeout) while waiting for the end");
    }

    @Test
    void anyProgressRestartsTheTimeout() {
        observe("a");
        pass(Duration.ofSeconds(10));
        observe("b");
        pass(Duration.ofSeconds(10));

        assertThatCode(() -> observe("b")).doesNotThrowAnyException();
    }

    private void observe(String progress) {
        guard.observe(progress, () -> "the end");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
