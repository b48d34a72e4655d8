package io.multichat.benchmarks.sink.raw;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** One way to write batches to a store that is empty and open. Used by one thread. */
public interface Contender {
    /**
     * Gets a batch ready.
     *
     * @return what has to be timed: writes the batch
     */
    Runnable prepared(List<SinkRecord> batch);

    /** Makes everything durable and lets go of the store; timed too. */
    void finish();
}
