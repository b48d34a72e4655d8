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
 * A store below the layers of Kafka Streams (metrics, cache, changelog), with more to it than they show. A processor reaches
 * what is inside by a query, since the layers pass on those that they do not know.
 */
public abstract class InnermostStore implements PutOnly {
    private final String name;
    private volatile Optional<Object> inside = Optional.empty();

    /** The query for what is inside. */
    private record Inside() implements Query<Object> {}

    protected InnermostStore(String name) {
        this.name = name;
    }

    /** What is inside a store that is open and has its layers. */
    public static <T> T inside(KeyValueStore<Bytes, byte[]> layers, Class<T> type) {
        QueryResult<Object> answer = layers.query(new Inside(), PositionBound.unbounded(), new QueryConfig(false));
        return type.cast(answer.getResult());
    }

    /** Opens the store with what is inside, or closes it with nothing. */
    protected void open(Optional<Object> inside) {
        this.inside = inside;
    }

    /** @throws InvalidStateStoreException when the store is closed: what lies on native memory does not survive its use */
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
    public boolean isOpen() {
        return inside.isPresent();
    }

    /** Always empty: positions are not tracked, since nothing is answered that could be bound to one. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    @SuppressWarnings("deprecation") // of stores that do not
    public boolean managesOffsets() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // the query says that it is answered by an object
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof Inside
                ? (QueryResult<R>) QueryResult.forResult(inside.orElseThrow())
                : QueryResult.forUnknownQueryType(query, this);
    }
}
