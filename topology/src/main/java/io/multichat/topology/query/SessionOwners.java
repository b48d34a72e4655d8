package io.multichat.topology.query;

import io.multichat.events.SessionId;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Which instances have a session in their state, found from its id alone. Thread-safe.
 *
 * @param streams the running application; its instances name themselves with {@code application.server}
 * @param settings the same for all instances
 */
public record SessionOwners(KafkaStreams streams, TopologySettings settings) {
    /**
     * Where the state of a session is.
     *
     * @param active the instance that works on it
     * @param standbys instances that have a copy
     */
    public record Owners(HostInfo active, Set<HostInfo> standbys) {}

    /** Where the session of that id is; empty while that is not known: during start and rebalance. */
    public Optional<Owners> of(SessionId id) {
        KeyQueryMetadata metadata = streams.queryMetadataForKey(
                Names.CONVERSATIONS,
                id,
                (topic, key, value, partitions) -> Optional.of(Set.of(id.partition(settings.partitions()))));
        return metadata == null || KeyQueryMetadata.NOT_AVAILABLE.equals(metadata)
                ? Optional.empty()
                : Optional.of(new Owners(metadata.activeHost(), metadata.standbyHosts()));
    }
}
