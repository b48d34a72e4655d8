package io.multichat.app.progress;

import io.multichat.app.watch.WatchedStore;
import io.multichat.reading.StoreException;
import io.multichat.server.progress.StorePositions;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * The positions of the stores that the HTTP server reads.
 *
 * @param readers how to read the positions, by the name of the tier
 */
public record PositionsOfStores(Map<String, WatchedStore.PositionReader> readers) implements StorePositions {
    @Override
    public Map<TopicPartition, Long> of(String store) {
        Optional<WatchedStore.PositionReader> reader = Optional.ofNullable(readers.get(store));
        try {
            return reader.isPresent() ? reader.get().read() : Map.of();
        } catch (StoreException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY, "the position of " + store + " cannot be read: " + e.getMessage(), e);
        }
    }
}
