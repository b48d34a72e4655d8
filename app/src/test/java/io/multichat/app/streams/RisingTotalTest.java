package io.multichat.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RisingTotalTest {
    private final RisingTotal<String> total = new RisingTotal<>();

    @Test
    void partsAreAddedUp() {
        assertThat(total.of(Map.of("0_0", 3.0, "0_1", 4.0))).isEqualTo(7);
        assertThat(total.of(Map.of("0_0", 5.0, "0_1", 4.0))).isEqualTo(9);
    }

    @Test
    void aPartThatVanishesStaysInTheTotal() {
        total.of(Map.of("0_0", 3.0, "0_1", 4.0));

        assertThat(total.of(Map.of("0_0", 3.0))).isEqualTo(7);
        assertThat(total.of(Map.of())).isEqualTo(7);
    }

    @Test
    void aPartThatComesBackCountsOnTopOfWhatItHadCounted() {
        total.of(Map.of("0_0", 3.0));
        total.of(Map.of());

        assertThat(total.of(Map.of("0_0", 1.0))).isEqualTo(4);
    }

    @Test
    void aPartThatBeganAgainBetweenTwoLooksCountsOnTop() {
        total.of(Map.of("0_0", 3.0));

        assertThat(total.of(Map.of("0_0", 2.0))).isEqualTo(5);
    }
}
