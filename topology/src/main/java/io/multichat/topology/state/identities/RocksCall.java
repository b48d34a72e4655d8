package io.multichat.topology.state.identities;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/** A call of RocksDB that returns a result; a {@link Work} returns none. Exceptions are translated in one place. */
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
