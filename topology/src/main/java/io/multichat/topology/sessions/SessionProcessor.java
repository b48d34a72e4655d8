package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventIdentity;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.ingest.OriginHeader;
import io.multichat.topology.ingest.Refusals;
import io.multichat.topology.ingest.ReservedHeaders;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.Account.Fate;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.TopologyState;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Decides on each valid event of its partition: accepted once, a duplicate, or refused; and keeps the sessions.
 *
 * <p>An accepted event goes to the transcript with its {@link Placement}; changed sessions are announced. All of one event
 * happens in one transaction of Kafka Streams, or not at all.
 */
public final class SessionProcessor implements Processor<byte[], Inbound, byte[], byte[]> {
    /** How often timers are looked at: often enough that nobody notices, and cheap while none is due. */
    private static final Duration TICK = Duration.ofMillis(100);

    private final TopologySettings settings;
    private ProcessorContext<byte[], byte[]> context;
    private TopologyState state;
    private TimedWork timedWork;
    private Acceptance acceptance;
    private Cancellable ticking;
    private long tickedAt;

    public SessionProcessor(TopologySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.state = TopologyState.of(context);
        Announcer announcer = new Announcer(context, state.timers(), settings.timing());
        Timeline timeline = new Timeline(state, announcer, settings.timing(), context::currentSystemTimeMs);
        this.timedWork = new TimedWork(state, timeline, announcer, settings.timing(), context.currentSystemTimeMs());
        this.acceptance = new Acceptance(state, timeline, announcer);
        this.ticking = startTicking();
    }

    @Override
    public void process(Record<byte[], Inbound> record) {
        Inbound.Arrival arrival = (Inbound.Arrival) record.value();
        keepTicking();
        OriginHeader.removeFrom(record.headers());
        try {
            state.accounts().count(arrival.source(), decide(record, arrival));
        } catch (InvalidEventException e) {
            refuse(record.withKey(arrival.key()).withValue(arrival.value()), e, arrival.source());
            state.accounts().count(arrival.source(), Fate.DEAD_LETTER);
        }
    }

    private Fate decide(Record<byte[], Inbound> record, Inbound.Arrival arrival) {
        ChatEvent event = arrival.event();
        byte[] identity = EventIdentity.of(event, arrival.value());
        if (state.identities().sentAt(identity).isPresent()) {
            return Fate.DUPLICATE;
        }
        ConversationKey conversation = new ConversationKey(event.conversation().key());
        ConversationState before = state.conversations().get(conversation);
        Acceptance.Accepted accepted =
                acceptance.accept(conversation, before.arrived(context.currentSystemTimeMs()), event);
        state.identities().put(identity, accepted.placement().sentAt());
        state.conversations().put(conversation, timedWork.watch(conversation, accepted.state()));
        ReservedHeaders.removeFrom(record.headers());
        accepted.placement().writeTo(record.headers());
        context.forward(record.withValue(arrival.value()), Names.TO_TRANSCRIPT);
        return Fate.ACCEPTED;
    }

    private void refuse(Record<byte[], byte[]> record, InvalidEventException cause, DeadLetter.Source source) {
        Refusals refusals = new Refusals(context.currentSystemTimeMs(), settings.eventMaxBytes());
        Record<byte[], Inbound> refused = refusals.refuse(record, cause, source);
        context.forward(refused.withValue(refused.value().value()), Names.REFUSED_EVENTS);
    }

    private Cancellable startTicking() {
        tickedAt = context.currentSystemTimeMs();
        return context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void tick(long now) {
        tickedAt = now;
        timedWork.serve(now);
    }

    /** When the wall clock steps back, Kafka Streams would tick again only when the clock is where it was. */
    private void keepTicking() {
        if (context.currentSystemTimeMs() < tickedAt - TICK.toMillis()) {
            timedWork.clockSteppedBack(context.currentSystemTimeMs());
            ticking.cancel();
            ticking = startTicking();
        }
    }
}
