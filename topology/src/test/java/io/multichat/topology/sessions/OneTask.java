package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.topology.ingest.ArrivalTimes;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.TestQueries;
import io.multichat.topology.settings.Names;
import io.multichat.topology.testing.StoredState;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;

/** The session processor on real stores, with a clock that the test moves forwards and backwards. */
final class OneTask implements AutoCloseable {
    private static final EventEncoder EVENTS = new EventEncoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private final StoredState state;
    private final MockProcessorContext<OutputKey, byte[]> context;
    private SessionProcessor processor;
    /** The times of the records that were read. */
    final ArrivalTimes arrivals = new ArrivalTimes();

    private long offset;

    OneTask(Path directory) {
        state = StoredState.open(directory, List.of());
        context = state.context();
        restart();
    }

    /** Lets a new process take over the state. */
    void restart() {
        processor = new SessionProcessor(TopologyFixture.DEFAULTS, arrivals);
        processor.init(context);
    }

    /** Sets the wall clock. */
    void at(long now) {
        context.setCurrentSystemTimeMs(now);
    }

    long now() {
        return context.currentSystemTimeMs();
    }

    void accept(ChatEvent event) {
        byte[] value = EVENTS.encode(event);
        DeadLetter.Source source = new DeadLetter.Source("chat-messages", 0, offset++);
        processor.process(new Record<>(null, new Inbound.Arrival(value, event, source, null), now()));
    }

    /** Does what Kafka Streams does at a tick. */
    void tick() {
        List<CapturedPunctuator> ticks = context.scheduledPunctuators();
        ticks.get(ticks.size() - 1).getPunctuator().punctuate(now());
    }

    /** How many times ticking was started, and how many of those times it was stopped. */
    long[] ticking() {
        List<CapturedPunctuator> ticks = context.scheduledPunctuators();
        return new long[] {
            ticks.size(), ticks.stream().filter(CapturedPunctuator::cancelled).count()
        };
    }

    SessionQueries queries() {
        return TestQueries.of(context.getStateStore(Names.STATE), TopologyFixture.DEFAULTS);
    }

    /** The snapshots announced since the last call. */
    List<SessionSnapshot> announced() {
        List<SessionSnapshot> announced = context.forwarded(Names.TO_SNAPSHOTS).stream()
                .map(each -> SNAPSHOTS.decode(each.record().value()))
                .toList();
        context.resetForwards();
        return announced;
    }

    @Override
    public void close() {
        state.close();
    }
}
