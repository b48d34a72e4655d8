package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.Contents;
import java.util.List;
import java.util.function.Supplier;

/** A store that contenders write to, one after the other. */
interface Store extends AutoCloseable {
    /** The sink first, then what it is measured beside. */
    List<Entrant> entrants();

    /** What the last contender left. */
    Contents contents();

    /** Empties the store. */
    void clear();

    /** Seconds of CPU that a server of this store has used until now; 0 where there is none. */
    double serverCpuSeconds();

    @Override
    void close();

    /**
     * A way to write that can be begun again and again.
     *
     * @param title the column of a table
     * @param open begins on a store that is empty
     */
    record Entrant(String title, Supplier<Contender> open) {}
}
