package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.sink.raw.Contender;
import java.util.ArrayList;
import java.util.List;

/** Lets a contender write traffic of one shape to a store, and looks whether all of it is there. */
record SinkRun(Store store, long seed) {
    /** CPU is told in hundredths of a second, so that many batches are timed together; they wait in memory. */
    private static final long TIMED_BYTES = 8 << 20;

    /** @throws BenchmarkException when the store does not hold what it should */
    SinkResult measure(Store.Entrant entrant, Shape shape) {
        store.clear();
        Traffic traffic = new Traffic(shape, seed);
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
            throw new BenchmarkException("%s: %s has %s and should have %s"
                    .formatted(entrant.title(), shape, store.contents(), traffic.contents()));
        }
        return new SinkResult(shape.records(), spent, serverAfter - serverBefore);
    }

    /** At least one batch, and so many that the clock is right. */
    private static List<Runnable> ready(Contender contender, Traffic traffic, Shape shape) {
        List<Runnable> batches = new ArrayList<>();
        long bytes = 0;
        while (traffic.hasNext() && bytes < TIMED_BYTES) {
            batches.add(contender.prepared(traffic.next()));
            bytes += (long) shape.batch() * shape.valueBytes();
        }
        return batches;
    }
}
