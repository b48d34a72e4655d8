package io.multichat.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.sink.raw.Contender;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs on the real stores. */
class SinkRunTest {
    private static final Shape SHAPE = new Shape(1_200, 200, 300, 50, 0);

    @TempDir
    private Path folder;

    /** Drops a message of every batch on the way to another contender. */
    private record Losing(Contender receiver) implements Contender {
        @Override
        public Runnable prepared(List<SinkRecord> batch) {
            return receiver.prepared(batch.subList(1, batch.size()));
        }

        @Override
        public void finish() {
            receiver.finish();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEntrantWritesEverything(MeasuredSink sink) {
        try (BenchmarkedStore store = sink.open(folder)) {
            assertThat(store.entrants()).hasSizeGreaterThan(1).allSatisfy(entrant -> {
                SinkResult result = new SinkRun(store, 1).measure(entrant, SHAPE);
                assertThat(result.perSecond()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresOfAWriterThatLosesMessagesDoNotCount(MeasuredSink sink) {
        try (BenchmarkedStore store = sink.open(folder)) {
            for (BenchmarkedStore.Entrant entrant :
                    store.entrants().subList(1, store.entrants().size())) {
                BenchmarkedStore.Entrant losing = new BenchmarkedStore.Entrant(
                        "losing " + entrant.title(),
                        () -> new Losing(entrant.open().get()));
                assertThatThrownBy(() -> new SinkRun(store, 1).measure(losing, SHAPE))
                        .isInstanceOf(BenchmarkException.class)
                        .hasMessageContaining("losing raw")
                        .hasMessageContaining("messages=994,")
                        .hasMessageContaining("should have StoredCounts[messages=1000");
            }
        }
    }

    @Test
    void longMessagesAreFewerSoThatARunStaysShort() {
        Shape usual = Shape.usual(200_000);

        assertThat(usual.withValuesOf(2_048).records()).isEqualTo(105_468);
        assertThat(usual.withValuesOf(16_384).records()).isEqualTo(13_183);
        assertThat(Shape.usual(3_000).withValuesOf(16_384).records()).isEqualTo(2_000);
    }
}
