package io.multichat.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.benchmarks.child.BenchmarkException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients ask without pause, and a wrong answer fails the run. */
class ClosedLoopTest {
    private static final ClosedLoop LOOP = new ClosedLoop(3, Duration.ofMillis(20), Duration.ofMillis(100));

    @Test
    void answersAfterTheWarmUpAreMeasured() {
        AtomicInteger connected = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();

        Latency latency = LOOP.run(() -> {
            connected.incrementAndGet();
            return random -> asked.incrementAndGet();
        });

        assertThat(connected).hasValue(3);
        assertThat(latency.answers()).isPositive().isLessThan(asked.get());
        assertThat(latency.p99Millis()).isGreaterThanOrEqualTo(latency.medianMillis());
    }

    @Test
    void aWrongAnswerFailsTheRun() {
        assertThatThrownBy(() -> LOOP.run(() -> random -> {
                    throw new BenchmarkException("wrong answer");
                }))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("wrong answer");
    }
}
