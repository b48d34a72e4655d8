package io.multichat.benchmarks.sink.raw;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** One way to write batches to an open, empty store. Used by one thread. */
public interface Contender {
    /**
     * Prepares a batch.
     *
     * @return the timed part, which writes the batch
     */
    Runnable prepared(List<SinkRecord> batch);

    /** Makes everything durable and closes the store. Timed too. */
    void finish();
}
