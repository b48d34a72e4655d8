package io.multichat.topology.state.layers;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.RocksDBStore;

/**
 * A store on disk that other threads read while the stream thread may close it: when a partition moves, or when a transaction is
 * aborted. The views that Kafka Streams 4.4 gives to queries do not wait for each other, and a view that reads while its database is
 * closed, or after it was opened again, uses freed native memory, which ends the process. Here, closing waits for the reads at work,
 * and a view ends with the database that it was made for.
 *
 * <p>Iterators need no more than this: the store closes those that are open, and each of them locks itself.
 */
public final class SharedStore extends RocksDBStore {
    private static final String METRICS_SCOPE = "rocksdb";

    private final ReadWriteLock reads = new ReentrantReadWriteLock();
    private long closed;

    public SharedStore(String name) {
        super(name, METRICS_SCOPE);
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> readOnly(IsolationLevel isolation) {
        return holding(reads.readLock(), () -> new View(this, super.readOnly(isolation), closed));
    }

    @Override
    public synchronized void close() {
        holding(reads.writeLock(), () -> {
            super.close();
            return closed++;
        });
    }

    private static <T> T holding(Lock lock, Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What queries read.
     *
     * @param madeAt how often the store had been closed when the view was made
     */
    private record View(SharedStore store, ReadOnlyKeyValueStore<Bytes, byte[]> view, long madeAt)
            implements ReadOnlyKeyValueStore<Bytes, byte[]> {
        private <T> T read(Supplier<T> read) {
            return holding(store.reads.readLock(), () -> {
                if (store.closed != madeAt) {
                    throw new InvalidStateStoreException("the store " + store.name() + " was closed");
                }
                return read.get();
            });
        }

        @Override
        public byte[] get(Bytes key) {
            return read(() -> view.get(key));
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return read(() -> view.range(from, to));
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
            return read(() -> view.reverseRange(from, to));
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return read(view::all);
        }

        @Override
        public long approximateNumEntries() {
            return read(view::approximateNumEntries);
        }
    }
}
