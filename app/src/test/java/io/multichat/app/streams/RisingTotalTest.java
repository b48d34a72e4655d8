package io.multichat.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RisingTotalTest {
    private final RisingTotal<String> total = new RisingTotal<>();

    @Test
    void partsAreAddedUp() {
        assertThat(of(Map.of("0_0", 3.0, "0_1", 4.0))).isEqualTo(7);
        assertThat(of(Map.of("0_0", 5.0, "0_1", 4.0))).isEqualTo(9);
    }

    @Test
    void aPartThatVanishesStaysInTheTotal() {
        of(Map.of("0_0", 3.0, "0_1", 4.0));

        assertThat(of(Map.of("0_0", 3.0))).isEqualTo(7);
        assertThat(of(Map.of())).isEqualTo(7);
    }

    @Test
    void aPartThatComesBackCountsOnTopOfWhatItHadCounted() {
        of(Map.of("0_0", 3.0));
        of(Map.of());

        assertThat(of(Map.of("0_0", 1.0))).isEqualTo(4);
    }

    @Test
    void aPartThatBeganAgainBetweenTwoLooksCountsOnTop() {
        of(Map.of("0_0", 3.0));

        assertThat(of(Map.of("0_0", 2.0))).isEqualTo(5);
    }

    @Test
    void twoLooksAtTheSameTimeCountNothingTwice() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicReference<Thread> second = new AtomicReference<>();
        CompletableFuture<Double> slow = CompletableFuture.supplyAsync(() -> total.of(() -> {
            Map<String, Double> counted = Map.of("0_0", 3.0);
            first.countDown();
            // The second look waits for this one, or else has ended before it.
            await().until(() -> second.get() != null
                    && (second.get().getState() == Thread.State.BLOCKED
                            || second.get().getState() == Thread.State.TERMINATED));
            return counted;
        }));
        first.await();
        second.set(new Thread(() -> of(Map.of("0_0", 5.0))));
        second.get().start();
        slow.get();
        second.get().join();

        assertThat(of(Map.of("0_0", 5.0))).isEqualTo(5);
    }

    private double of(Map<String, Double> parts) {
        return total.of(() -> parts);
    }
}
