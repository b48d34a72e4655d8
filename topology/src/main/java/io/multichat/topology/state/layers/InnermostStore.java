package io.multichat.topology.state.layers;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store below the layers of Kafka Streams (metrics, cache, changelog) with an object inside that the layers do not expose.
 * Processors reach the object with a query, because the layers pass unknown queries on.
 */
public abstract class InnermostStore implements PutOnly {
    private final String name;
    private volatile Optional<Object> inside = Optional.empty();

    /** The query for the object inside. */
    private record Inside() implements Query<Object> {}

    protected InnermostStore(String name) {
        this.name = name;
    }

    /** The object inside an open store with its layers. */
    public static <T> T inside(KeyValueStore<Bytes, byte[]> layers, Class<T> type) {
        QueryResult<Object> answer = layers.query(new Inside(), PositionBound.unbounded(), new QueryConfig(false));
        return type.cast(answer.getResult());
    }

    /** Opens the store with an object inside; empty closes it. */
    protected void open(Optional<Object> inside) {
        this.inside = inside;
    }

    /** @throws InvalidStateStoreException when the store is closed; using its native memory would crash the process */
    protected void requireOpen() {
        if (!isOpen()) {
            throw new InvalidStateStoreException("the store " + name + " is closed");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return inside.isPresent();
    }

    /** Always empty: positions are not tracked, because no query of this store is bound to one. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    @SuppressWarnings("deprecation") // deprecated in Kafka because every store is expected to manage its own offsets
    public boolean managesOffsets() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // an Inside query returns an Object
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof Inside
                ? (QueryResult<R>) QueryResult.forResult(inside.orElseThrow())
                : QueryResult.forUnknownQueryType(query, this);
    }
}
