package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.SessionStore;

/**
 * Sessions as the Kafka Streams DSL finds them, each with a small summary: parsed once by the same decoder, keyed on
 * arrival, cached, and written to a topic. Duplicates are not recognised, and no message is forwarded.
 */
public final class DslSessions {
    /** The output topic: the newest {@link Summary} of each window, and a tombstone for a window that was merged. */
    public static final String OUTPUT = "benchmark-dsl-sessions";

    /** So long that nothing is ever too late and no changelog record is too old to be kept. */
    private static final Duration GRACE = Duration.ofDays(3_650);

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private DslSessions() {}

    static Topology build(String input, Settings settings) {
        SessionWindows windows =
                SessionWindows.ofInactivityGapAndGrace(settings.get(SessionSettings.SESSION_GAP), GRACE);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        input,
                        Consumed.with(BYTES, events())
                                .withTimestampExtractor((record, previous) -> ((ChatEvent) record.value()).at()))
                .groupByKey(Grouped.with("by-conversation", BYTES, events()))
                .windowedBy(windows)
                .aggregate(
                        () -> Summary.EMPTY,
                        (key, event, summary) -> summary.with(event),
                        (key, left, right) -> left.plus(right),
                        Materialized.<byte[], Summary, SessionStore<Bytes, byte[]>>as("summaries")
                                .withKeySerde(BYTES)
                                .withValueSerde(Summary.serde())
                                .withCachingEnabled())
                .toStream()
                .to(OUTPUT, Produced.with(new WindowedSerdes.SessionWindowedSerde<>(BYTES), Summary.serde()));
        return builder.build();
    }

    private static Serde<ChatEvent> events() {
        EventEncoder encoder = new EventEncoder();
        EventDecoder decoder = new EventDecoder();
        return Serdes.serdeFrom((topic, event) -> encoder.encode(event), (topic, value) -> decoder.decode(value));
    }
}
