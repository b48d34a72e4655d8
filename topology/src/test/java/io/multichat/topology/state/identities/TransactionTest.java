package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.state.layers.CommitSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The identities that a transaction accepts are in its changelog records, below the real layers of Kafka Streams, with and
 * without its cache.
 */
class TransactionTest {
    @TempDir
    private Path directory;

    /** Accepts the identities 0 to n - 1 for a record n; the driver commits after each. */
    private static final class Accepting implements Processor<Integer, Integer, Integer, Integer> {
        private ProcessorContext<Integer, Integer> context;
        private IdentityStore identities;

        @Override
        public void init(ProcessorContext<Integer, Integer> context) {
            this.context = context;
            this.identities =
                    new IdentityStore(context.getStateStore("identities"), context.getStateStore("commits"), 1 << 12);
        }

        @Override
        public void process(Record<Integer, Integer> record) {
            for (int number = 0; number < record.value(); number++) {
                identities.put(Numbered.identity(number), number, context.currentSystemTimeMs());
                assertThat(identities.sentAt(Numbered.identity(number))).hasValue(number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20})
    void acceptedIdentitiesAreInTheChangelogOnceAndWithTheirTransaction(long cacheBytes) {
        List<Integer> logged = new ArrayList<>();
        try (TopologyTestDriver driver = driver(cacheBytes)) {
            TestInputTopic<Integer, Integer> input =
                    driver.createInputTopic("input", new IntegerSerializer(), new IntegerSerializer());
            for (int accepted : new int[] {3, 3, 5, 400}) {
                input.pipeInput(accepted);

                logged.addAll(logged(driver));
                assertThat(logged).hasSize(accepted).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20})
    void aTransactionWritesTheFewestPossibleBlocks(long cacheBytes) {
        try (TopologyTestDriver driver = driver(cacheBytes)) {
            driver.createInputTopic("input", new IntegerSerializer(), new IntegerSerializer())
                    .pipeInput(IdentityBlock.MOST + 1);

            assertThat(blocks(driver)).hasSize(2);
        }
    }

    private static List<Integer> logged(TopologyTestDriver driver) {
        List<Integer> hashes = new ArrayList<>();
        for (KeyValue<byte[], byte[]> block : blocks(driver)) {
            IdentityBlock.read(
                    block.key,
                    block.value,
                    (identity, sentAt, hour) -> hashes.add((int) (identity.high() >>> Integer.SIZE)));
        }
        return hashes;
    }

    private static List<KeyValue<byte[], byte[]>> blocks(TopologyTestDriver driver) {
        return driver.createOutputTopic(
                        "test-identities-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList();
    }

    private TopologyTestDriver driver(long cacheBytes) {
        Topology topology = new Topology();
        topology.addSource("source", new IntegerDeserializer(), new IntegerDeserializer(), "input");
        topology.addProcessor("accepting", Accepting::new, "source");
        topology.addStateStore(IdentityStores.blocks("identities", Optional.empty(), 100), "accepting");
        topology.addStateStore(CommitSignal.builder("commits"), "accepting");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        return new TopologyTestDriver(topology, config);
    }
}
