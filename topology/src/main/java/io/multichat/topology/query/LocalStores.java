package io.multichat.topology.query;

import io.multichat.topology.settings.Names;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The state on this instance: that of one partition or, if none is given, of all local partitions combined.
 *
 * @param streams the running application
 * @param copies true to read the copies of partitions that other instances process, too
 */
record LocalStores(KafkaStreams streams, boolean copies)
        implements Function<OptionalInt, ReadOnlyKeyValueStore<Bytes, byte[]>> {
    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> apply(OptionalInt partition) {
        var parameters =
                StoreQueryParameters.fromNameAndType(Names.STATE, QueryableStoreTypes.<Bytes, byte[]>keyValueStore());
        parameters = partition.isPresent() ? parameters.withPartition(partition.getAsInt()) : parameters;
        try {
            return streams.store(copies ? parameters.enableStaleStores() : parameters);
        } catch (IllegalStateException e) {
            throw new InvalidStateStoreException("the topology has stopped", e);
        }
    }
}
