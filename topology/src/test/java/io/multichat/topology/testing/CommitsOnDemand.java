package io.multichat.topology.testing;

import io.multichat.topology.settings.Names;
import io.multichat.topology.state.layers.CommitSignal;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** The commit signal, below a cache that holds requests until the test commits. */
public final class CommitsOnDemand extends InMemoryKeyValueStore {
    private static final Bytes ANY = Bytes.wrap(new byte[1]);

    private final CommitSignal signal = new CommitSignal(Names.COMMITS);
    private boolean requested;

    public CommitsOnDemand() {
        super(Names.COMMITS);
    }

    /** Does what Kafka Streams does before it commits a transaction. */
    public void flushCache() {
        if (requested) {
            requested = false;
            signal.put(ANY, ANY.get());
        }
    }

    /** Forgets the request of an aborted transaction. */
    public void clearCache() {
        requested = false;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        super.init(context, root);
        signal.init(context, signal);
    }

    @Override
    public synchronized void put(Bytes key, byte[] value) {
        requested = true;
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return signal.query(query, bound, config);
    }
}
