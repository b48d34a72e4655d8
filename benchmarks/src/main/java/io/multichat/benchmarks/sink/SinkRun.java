package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.sink.raw.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lets a contender write traffic of one shape to a store and checks that everything arrived. */
record SinkRun(BenchmarkedStore store, long seed) {
    /** Many batches are held in memory and timed together, because CPU time is measured in hundredths of a second. */
    private static final long TIMED_BYTES = 8 << 20;

    /** @throws BenchmarkException if the store does not hold the expected contents */
    SinkResult measure(BenchmarkedStore.Entrant entrant, Shape shape) {
        store.clear();
        SinkTraffic traffic = new SinkTraffic(shape, seed);
        Contender contender = entrant.open().get();
        double serverBefore = store.serverCpuSeconds();
        Spent spent = Spent.NOTHING;
        while (traffic.hasNext()) {
            List<Runnable> batches = ready(contender, traffic, shape);
            spent = spent.and(() -> batches.forEach(Runnable::run));
        }
        spent = spent.and(contender::finish);
        double serverAfter = store.serverCpuSeconds();
        if (!store.contents().equals(traffic.contents())) {
            throw new BenchmarkException(String.format(
                    Locale.ROOT,
                    "%s: %s has %s and should have %s",
                    entrant.title(),
                    shape,
                    store.contents(),
                    traffic.contents()));
        }
        return new SinkResult(shape.records(), spent, serverAfter - serverBefore);
    }

    /** At least one batch, and enough of them for the resolution of the clock. */
    private static List<Runnable> ready(Contender contender, SinkTraffic traffic, Shape shape) {
        List<Runnable> batches = new ArrayList<>();
        long bytes = 0;
        while (traffic.hasNext() && bytes < TIMED_BYTES) {
            batches.add(contender.prepared(traffic.next()));
            bytes += (long) shape.batch() * shape.valueBytes();
        }
        return batches;
    }
}
