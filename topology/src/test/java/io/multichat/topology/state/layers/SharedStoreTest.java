package io.multichat.topology.state.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStoreTest {
    private static final int RECORDS = 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final KeyValueStore<Bytes, byte[]> store = new SharedStore("shared");

    @TempDir
    private Path folder;

    /** Without the lock of the store, the process ends within a few rounds. */
    @Test
    void aStoreIsReadWhileItIsClosedAndOpenedAgain() throws Exception {
        MockProcessorContext<Void, Void> context = context();
        AtomicLong reads = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            open(context);
            Future<?> first = readers.submit(() -> readUntil(isOver, reads));
            Future<?> second = readers.submit(() -> readUntil(isOver, reads));
            for (int round = 0; round < 100; round++) {
                long before = reads.get();
                long begin = System.nanoTime();
                while (reads.get() < before + 3 && !first.isDone() && !second.isDone()) {
                    assertThat(System.nanoTime() - begin)
                            .as("the time for three reads, in ns")
                            .isLessThan(PATIENCE_NS);
                    Thread.onSpinWait();
                }
                store.close();
                open(context);
            }
            isOver.set(true);
            first.get();
            second.get();
        } finally {
            isOver.set(true);
            readers.shutdown();
            store.close();
        }
    }

    @Test
    void aViewEndsWithItsDatabase() {
        MockProcessorContext<Void, Void> context = context();
        open(context);
        ReadOnlyKeyValueStore<Bytes, byte[]> view = store.readOnly(IsolationLevel.READ_COMMITTED);
        KeyValueIterator<Bytes, byte[]> open = view.all();
        store.close();

        assertThatThrownBy(() -> view.get(key(0))).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(open::hasNext).isInstanceOf(InvalidStateStoreException.class);
        open(context);

        assertThatThrownBy(() -> view.get(key(0)))
                .isInstanceOf(InvalidStateStoreException.class)
                .hasMessage("the store shared was closed");
        assertThat(store.readOnly(IsolationLevel.READ_COMMITTED).get(key(0))).containsExactly(0);
        store.close();
    }

    private void readUntil(AtomicBoolean isOver, AtomicLong reads) {
        while (!isOver.get()) {
            try {
                ReadOnlyKeyValueStore<Bytes, byte[]> view = store.readOnly(IsolationLevel.READ_COMMITTED);
                for (int i = 0; i < RECORDS; i++) {
                    view.get(key(i));
                }
                try (KeyValueIterator<Bytes, byte[]> all = view.all()) {
                    assertThat(all).toIterable().hasSize(RECORDS);
                }
                reads.incrementAndGet();
            } catch (InvalidStateStoreException closed) {
                Thread.onSpinWait();
            }
        }
    }

    private void open(MockProcessorContext<Void, Void> context) {
        store.init(context.getStateStoreContext(), store);
        for (int i = 0; i < RECORDS; i++) {
            store.put(key(i), new byte[] {(byte) i});
        }
        store.commit(Map.of());
    }

    private static Bytes key(int i) {
        return Bytes.wrap(new byte[] {(byte) i});
    }

    private MockProcessorContext<Void, Void> context() {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        return new MockProcessorContext<>(config, new TaskId(0, 0), folder.toFile());
    }
}
