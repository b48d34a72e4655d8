package io.multichat.server.progress;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions of the stores. Thread-safe. */
@FunctionalInterface
public interface StorePositions {
    /**
     * The offset after the last record that a store holds, of each topic-partition. A store that cannot tell returns none.
     *
     * @throws io.multichat.reading.StoreException if the store cannot be asked
     */
    Map<TopicPartition, Long> of(String store);
}
