package io.multichat.topology.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** A store in memory that runs a check before and after each change, as a concurrent query might. */
final class WatchedStore extends InMemoryKeyValueStore {
    private final List<Boolean> seen = new ArrayList<>();
    private BooleanSupplier look = () -> true;

    WatchedStore(String name) {
        super(name);
    }

    void watch(BooleanSupplier whatIsSeen) {
        look = whatIsSeen;
    }

    /** The results of the check before and after each change. */
    List<Boolean> seen() {
        return seen;
    }

    @Override
    public synchronized void put(Bytes key, byte[] value) {
        seen.add(look.getAsBoolean());
        super.put(key, value);
        seen.add(look.getAsBoolean());
    }

    @Override
    public synchronized byte[] delete(Bytes key) {
        seen.add(look.getAsBoolean());
        byte[] before = super.delete(key);
        seen.add(look.getAsBoolean());
        return before;
    }
}
