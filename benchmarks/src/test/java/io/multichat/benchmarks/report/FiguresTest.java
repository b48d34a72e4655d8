package io.multichat.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsTheMiddleValue() {
        assertThat(Figures.median(List.of(9, 1, 2), Integer::doubleValue)).isEqualTo(2);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figures.median(List.of(9, 1, 2, 4), Integer::doubleValue)).isEqualTo(3);
    }

    @Test
    void aTargetIsMetExactlyAtItsBound() {
        assertThat(Target.atLeast("speed", 6, 6, "×").met()).isTrue();
        assertThat(Target.atMost("cost", 6, 6, "×").met()).isTrue();
    }

    @Test
    void aTargetBeyondItsBoundIsNotMet() {
        assertThat(Target.atLeast("speed", 5.9, 6, "×").met()).isFalse();
        assertThat(Target.atMost("cost", 6.1, 6, "×").met()).isFalse();
    }

    @Test
    void aTableIsMarkdownWithFiguresAlignedRight() {
        Table table = new Table("", "n").row("all", "12");

        assertThat(table.lines()).containsExactly("|     |  n |", "| --- | -: |", "| all | 12 |");
    }
}
