package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.events.Topics;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.TestQueries;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.testing.CommitsOnDemand;
import io.multichat.topology.testing.StoredState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The session processor on stored state that successive processes take over, and whose transactions are aborted. It reads several
 * source partitions.
 */
final class RestartedTask implements Subject {
    private final TopologySettings settings;
    private final CommitsOnDemand commits = new CommitsOnDemand();
    private final StoredState state;
    private final Map<Integer, Long> published = new HashMap<>();
    private final Transaction transaction = new Transaction();
    private TaskProcess process;

    RestartedTask(Path directory, TopologySettings settings) {
        this.settings = settings;
        this.state = StoredState.open(directory, List.of(commits));
        this.process = TaskProcess.on(state, settings);
    }

    @Override
    public TopologySettings settings() {
        return settings;
    }

    @Override
    public long now() {
        return state.context().currentSystemTimeMs();
    }

    @Override
    public DeadLetter.Source publish(Published event, byte[] key, Headers headers) {
        long offset = published.merge(event.source(), 1L, Long::sum) - 1;
        DeadLetter.Source source = new DeadLetter.Source(Topics.MESSAGES, event.source(), offset);
        byte[] conversation = event.event().conversation().key().getBytes(StandardCharsets.US_ASCII);
        Inbound.Arrival arrival = new Inbound.Arrival(event.value(), event.event(), source, key);
        Record<byte[], Inbound> record = new Record<>(conversation, arrival, now(), headers);
        transaction.processes(record);
        process.processor().process(record);
        return source;
    }

    @Override
    public void advance(long millis) {
        transaction.ticks();
        state.context().setCurrentSystemTimeMs(now() + millis);
        process.ticking().punctuate(now());
    }

    @Override
    public void commit() {
        commits.flushCache();
        state.commit();
        written();
        transaction.begin();
    }

    @Override
    public void abort() {
        if (transaction.hasTicked()) {
            commit();
        }
        written();
        List<String> aborted = transaction.written();
        List<Record<byte[], Inbound>> again = transaction.records();
        transaction.begin();
        commits.clearCache();
        state.abort();
        process = TaskProcess.on(state, settings);
        for (Record<byte[], Inbound> each : again) {
            transaction.processes(each);
            process.processor().process(each);
        }
        transaction.writes(Written.by(state.context()));
        state.context().resetForwards();
        assertThat(transaction.written()).isEqualTo(aborted);
    }

    @Override
    public Written written() {
        Written written = Written.by(state.context());
        transaction.writes(written);
        state.context().resetForwards();
        return written;
    }

    /** Queries on the committed state. */
    @Override
    public SessionQueries queries() {
        KeyValueStore<Bytes, byte[]> all = state.context().getStateStore(Names.STATE);
        return TestQueries.of(all.readOnly(IsolationLevel.READ_COMMITTED), settings);
    }

    @Override
    public void close() {
        state.close();
    }
}
