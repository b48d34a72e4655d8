package io.multichat.benchmarks.competitor;

import io.multichat.events.codec.EventDecoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Parses each event and writes its bytes to one topic. Has no state. */
public final class Forwarding {
    /** The output topic. */
    public static final String OUTPUT = "benchmark-forwarded";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private Forwarding() {}

    static Topology build(String input) {
        EventDecoder decoder = new EventDecoder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(input, Consumed.with(BYTES, BYTES))
                .peek((key, value) -> decoder.decode(value))
                .to(OUTPUT, Produced.with(BYTES, BYTES));
        return builder.build();
    }
}
