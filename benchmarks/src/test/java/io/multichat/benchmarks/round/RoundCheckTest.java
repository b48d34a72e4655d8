package io.multichat.benchmarks.round;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.competitor.CompetitorReport.Account;
import io.multichat.benchmarks.load.Volume;
import org.junit.jupiter.api.Test;

class RoundCheckTest {
    private static final Volume VOLUME = new Volume(100, 90, 9_000, 5);

    @Test
    void countsThatAddUpPass() {
        assertThatCode(() -> RoundCheck.account(VOLUME, new Account(90, 10, 0, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void aLostRecordFails() {
        assertThatThrownBy(() -> RoundCheck.account(VOLUME, new Account(90, 9, 0, 0)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("99 instead of 100");
    }

    @Test
    void anAcceptedDuplicateFails() {
        assertThatThrownBy(() -> RoundCheck.account(VOLUME, new Account(91, 9, 0, 0)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("91 instead of 90");
    }

    @Test
    void aRefusedEventFails() {
        assertThatThrownBy(() -> RoundCheck.account(VOLUME, new Account(90, 9, 1, 0)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("dead letters: 1 instead of 0");
    }
}
