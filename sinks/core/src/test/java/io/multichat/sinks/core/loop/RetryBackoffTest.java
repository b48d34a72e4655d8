package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryBackoffTest {
    private final RetryBackoff backoff = new RetryBackoff();

    @Test
    void theDelayDoublesFrom1To15Seconds() {
        assertThat(LongStream.generate(backoff::nextMs).limit(6).boxed())
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L);
    }

    @Test
    void afterASuccessItStartsOver() {
        backoff.nextMs();
        backoff.nextMs();

        backoff.reset();

        assertThat(backoff.nextMs()).isEqualTo(1_000);
    }

    @Test
    void itNeverOverflows() {
        assertThat(LongStream.generate(backoff::nextMs).limit(10_000).min()).hasValue(1_000);
        assertThat(backoff.nextMs()).isEqualTo(15_000);
    }
}
