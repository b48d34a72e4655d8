package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import java.util.List;
import java.util.function.Supplier;

/** A store to which contenders write, one after another. */
interface BenchmarkedStore extends AutoCloseable {
    /** The sink first, then the writers that it is compared with. */
    List<Entrant> entrants();

    /** The contents that the last contender left in the store. */
    StoredCounts contents();

    /** Empties the store. */
    void clear();

    /** CPU seconds that the store's server has used so far; 0 if there is none. */
    double serverCpuSeconds();

    @Override
    void close();

    /**
     * A way to write that can be started repeatedly.
     *
     * @param title the title of its column
     * @param open starts the contender on an empty store
     */
    record Entrant(String title, Supplier<Contender> open) {}
}
