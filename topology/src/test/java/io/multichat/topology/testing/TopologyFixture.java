package io.multichat.topology.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.SessionTopology;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.TestQueries;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology in a test driver, as partition 0 of four, with its own wall clock. Events of a conversation at home on partition 0
 * go straight to the session processor, all others through the repartition topic.
 */
public final class TopologyFixture implements AutoCloseable {
    /** The initial time of the wall clock. */
    public static final Instant START = Instant.parse("2026-03-14T15:09:26Z");

    /** The default settings. */
    public static final TopologySettings DEFAULTS = TopologySettings.defaults(List.of(Topics.MESSAGES), 4);

    private static final EventEncoder EVENTS = new EventEncoder();

    /** The metrics of Kafka Streams for this topology. */
    public final Metrics metrics;

    private final TopologySettings settings;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> input;
    private final Outputs outputs;
    private final Supplier<Instant> stamps;
    private Instant now = START;

    /** @param stamps the timestamps of the published records, one after another */
    public TopologyFixture(Path stateDir, TopologySettings settings, Supplier<Instant> stamps) {
        this.stamps = stamps;
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "multichat");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        this.settings = settings;
        this.driver = new TopologyTestDriver(SessionTopology.build(settings), config, START);
        this.input = driver.createInputTopic(Topics.MESSAGES, new ByteArraySerializer(), new ByteArraySerializer());
        this.outputs = new Outputs(driver);
        this.metrics = new Metrics(driver);
    }

    /** The topology with {@link #DEFAULTS}. Records have 1970 as their timestamp, as those of a careless producer may have. */
    public static TopologyFixture open(Path stateDir) {
        return new TopologyFixture(stateDir, DEFAULTS, () -> Instant.EPOCH);
    }

    /** Publishes an event as Multichat's own publisher does; returns its bytes. */
    public byte[] publish(ChatEvent event) {
        byte[] value = EVENTS.encode(event);
        publish(event.conversation().key().getBytes(StandardCharsets.US_ASCII), value, new RecordHeaders());
        return value;
    }

    /** Publishes any record. */
    public void publish(byte[] key, byte[] value, Headers headers) {
        input.pipeInput(new TestRecord<>(key, value, headers, stamps.get()));
    }

    /** Moves the wall clock forward, then runs timed work once. */
    public void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** The wall clock, UTC milliseconds. */
    public long now() {
        return now.toEpochMilli();
    }

    /** Everything written since the start. */
    public Outputs outputs() {
        return outputs;
    }

    /** Queries on the state. */
    public SessionQueries queries() {
        return TestQueries.of(state(), settings);
    }

    /** The state without the identities. */
    public KeyValueStore<Bytes, byte[]> state() {
        return driver.getKeyValueStore(Names.STATE);
    }

    @Override
    public void close() {
        driver.close();
    }
}
