package io.multichat.topology.ingest;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Carries events home through the repartition topic and refusals to the dead letters: the value's bytes as they are; where
 * and under which key an event was published travels in a header.
 */
public final class InboundSerde {
    private InboundSerde() {}

    /** A serde whose deserializer reads only what passed the check of {@link Router} before. */
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
            throw new UnsupportedOperationException("the headers say where the event was published");
        }

        @Override
        public Inbound deserialize(String topic, Headers headers, byte[] value) {
            return OriginHeader.readFrom(headers, value);
        }
    }
}
