package io.multichat.topology.ingest;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The serde for events in the repartition topic and for dead letters. Values are written unchanged; an {@link OriginHeader}
 * carries the source and original key of an event.
 */
public final class InboundSerde {
    private InboundSerde() {}

    /** A serde whose deserializer reads only events that {@link Router} has checked. */
    public static Serde<Inbound> create() {
        return Serdes.serdeFrom(new InboundSerializer(), new ArrivalDeserializer());
    }

    private static final class InboundSerializer implements Serializer<Inbound> {
        @Override
        public byte[] serialize(String topic, Inbound inbound) {
            return inbound.value();
        }
    }

    private static final class ArrivalDeserializer implements Deserializer<Inbound> {
        @Override
        public Inbound deserialize(String topic, byte[] value) {
            throw new UnsupportedOperationException("an event cannot be read without the header that holds its source");
        }

        @Override
        public Inbound deserialize(String topic, Headers headers, byte[] value) {
            return OriginHeader.readFrom(headers, value);
        }
    }
}
