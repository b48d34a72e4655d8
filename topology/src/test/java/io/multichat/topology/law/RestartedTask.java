package io.multichat.topology.law;

import io.multichat.events.DeadLetter;
import io.multichat.events.Topics;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.TestQueries;
import io.multichat.topology.sessions.SessionProcessor;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.testing.CommitsOnDemand;
import io.multichat.topology.testing.StoredState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;

/** The session processor on stored state that successive processes take over. It reads several source partitions. */
final class RestartedTask implements Subject {
    private final TopologySettings settings;
    private final CommitsOnDemand commits = new CommitsOnDemand();
    private final StoredState state;
    private final Map<Integer, Long> published = new HashMap<>();
    private SessionProcessor processor;
    private Punctuator ticking;

    RestartedTask(Path directory, TopologySettings settings) {
        this.settings = settings;
        this.state = StoredState.open(directory, List.of(commits));
        restart();
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
        processor.process(new Record<>(conversation, arrival, now(), headers));
        return source;
    }

    @Override
    public void advance(long millis) {
        state.context().setCurrentSystemTimeMs(now() + millis);
        ticking.punctuate(now());
    }

    @Override
    public void commit() {
        commits.commit();
    }

    @Override
    public void restart() {
        processor = new SessionProcessor(settings);
        processor.init(state.context());
        List<CapturedPunctuator> scheduled = state.context().scheduledPunctuators();
        ticking = scheduled.get(scheduled.size() - 1).getPunctuator();
    }

    @Override
    public Written written() {
        Written written = Written.by(state.context());
        state.context().resetForwards();
        return written;
    }

    @Override
    public SessionQueries queries() {
        return TestQueries.of(state.context()::getStateStore, settings);
    }

    @Override
    public void close() {
        state.close();
    }
}
