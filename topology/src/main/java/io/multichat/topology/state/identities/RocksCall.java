package io.multichat.topology.state.identities;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/** Something asked of RocksDB; with an answer, or a {@link Work} without one. */
interface RocksCall<T> {
    T answer() throws RocksDBException;

    interface Work {
        void run() throws RocksDBException;
    }

    /** @throws ProcessorStateException when RocksDB fails; it stops the stream thread */
    static <T> T attempt(String what, RocksCall<T> call) {
        try {
            return call.answer();
        } catch (RocksDBException e) {
            throw new ProcessorStateException("identities: " + what + " failed: " + e.getMessage(), e);
        }
    }

    /** @throws ProcessorStateException when RocksDB fails; it stops the stream thread */
    static void perform(String what, Work work) {
        attempt(what, () -> {
            work.run();
            return what;
        });
    }
}
