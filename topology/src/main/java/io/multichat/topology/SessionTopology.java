package io.multichat.topology;

import io.multichat.events.Topics;
import io.multichat.topology.ingest.ArrivalTimes;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.ingest.InboundSerde;
import io.multichat.topology.ingest.Router;
import io.multichat.topology.sessions.OutputKey;
import io.multichat.topology.sessions.SessionProcessor;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.TopologyState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The topology: arrivals → route → (home) → sessions → transcript, snapshots and dead letters. */
public final class SessionTopology {
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private static final Serde<OutputKey> OUTPUT_KEYS =
            Serdes.serdeFrom((topic, key) -> key.bytes(), SessionTopology::refuseToRead);

    /**
     * Makes the build fail when a store or an internal topic has a generated name: such a name changes with the topology, and
     * the state is lost. The other two settings are here only because Kafka Streams requires them; at start, the application's
     * own configuration replaces all three.
     */
    private static final Map<String, Object> NAMES_REQUIRED = Map.of(
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true,
            StreamsConfig.APPLICATION_ID_CONFIG, "multichat",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");

    private SessionTopology() {}

    /**
     * Builds the topology.
     *
     * <p>An event that is already on its conversation's partition goes straight to the session processor; all others get
     * there through the repartition topic {@link Names#AWAY}. Both paths end in one node, so a single task sees every event of
     * a conversation.
     */
    public static Topology build(TopologySettings settings) {
        ArrivalTimes arrivals = new ArrivalTimes();
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(NAMES_REQUIRED)));
        TopologyState.builders(settings).forEach(builder::addStateStore);
        KStream<byte[], Inbound> routed = route(builder, settings, arrivals);
        routed.to(
                Topics.DEAD_LETTERS, Produced.with(BYTES, InboundSerde.create()).withName(Names.REFUSED_ARRIVALS));
        publish(sessions(routed, settings, arrivals));
        return builder.build();
    }

    private static KStream<byte[], Inbound> route(
            StreamsBuilder builder, TopologySettings settings, ArrivalTimes arrivals) {
        return builder.stream(
                        settings.inputTopics(),
                        Consumed.with(BYTES, BYTES)
                                .withTimestampExtractor(arrivals)
                                .withName(Names.ARRIVALS))
                .process(() -> new Router(settings, arrivals), Named.as(Names.ROUTE), Names.STATE, Names.COMMITS);
    }

    private static KStream<OutputKey, byte[]> sessions(
            KStream<byte[], Inbound> routed, TopologySettings settings, ArrivalTimes arrivals) {
        KStream<byte[], Inbound> broughtHome = routed.filter((key, value) -> true, Named.as(Names.AWAY))
                .repartition(Repartitioned.<byte[], Inbound>as(Names.AWAY)
                        .withKeySerde(BYTES)
                        .withValueSerde(InboundSerde.create())
                        .withNumberOfPartitions(settings.partitions()));
        return routed.merge(broughtHome, Named.as(Names.ON_PARTITION))
                .process(
                        () -> new SessionProcessor(settings, arrivals),
                        Named.as(Names.SESSIONS),
                        Names.STATE,
                        Names.IDENTITIES,
                        Names.WAITING,
                        Names.COMMITS);
    }

    // Kafka marks the method that a lambda implements for removal, but has no other functional interface yet.
    @SuppressWarnings("removal")
    private static void publish(KStream<OutputKey, byte[]> decided) {
        StreamPartitioner<OutputKey, byte[]> withConversation = (topic, key, value, partitions) ->
                Optional.of(Set.of(key.conversation().partition(partitions)));
        decided.to(Topics.TRANSCRIPT, written(Names.TO_TRANSCRIPT));
        decided.to(Topics.SESSIONS, written(Names.TO_SNAPSHOTS).withStreamPartitioner(withConversation));
        decided.to(Topics.DEAD_LETTERS, written(Names.REFUSED_EVENTS));
    }

    /** A new instance for each node, because its {@code with} methods modify it. */
    private static Produced<OutputKey, byte[]> written(String name) {
        return Produced.with(OUTPUT_KEYS, BYTES).withName(name);
    }

    private static OutputKey refuseToRead(String topic, byte[] key) {
        throw new UnsupportedOperationException("output topics are only written; the key came from " + topic);
    }
}
