package io.multichat.topology.sessions;

import io.multichat.events.Conversation;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.ingest.ArrivalTimes;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.ingest.Inbound.Arrival;
import io.multichat.topology.ingest.OriginHeader;
import io.multichat.topology.ingest.Pace;
import io.multichat.topology.ingest.Tick;
import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.RetentionSweep;
import io.multichat.topology.state.TopologyState;
import java.util.function.Function;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The node that maintains the sessions of its partition.
 *
 * <p>Writes accepted events to the transcript and snapshots of changed sessions to {@code chat-sessions}. All effects of an event
 * are part of a single Kafka Streams transaction.
 */
public final class SessionProcessor implements Processor<byte[], Inbound, OutputKey, byte[]> {
    private final TopologySettings settings;
    private final ArrivalTimes arrivals;
    private final Function<Conversation, ConversationHash> hash;
    private ProcessorContext<OutputKey, byte[]> context;
    private PartitionContext partition;
    private TimedWork timedWork;
    private Intake intake;
    private RetentionSweep forgetting;
    private Cancellable ticking;
    private long tickedAt;

    /** @param arrivals the times of the records that the topology reads */
    public SessionProcessor(TopologySettings settings, ArrivalTimes arrivals) {
        this(settings, arrivals, Conversation::hash);
    }

    /** @param hash replaces the hash of conversations; conversations with equal hashes cannot be found otherwise */
    SessionProcessor(TopologySettings settings, ArrivalTimes arrivals, Function<Conversation, ConversationHash> hash) {
        this.settings = settings;
        this.arrivals = arrivals;
        this.hash = hash;
    }

    @Override
    public void init(ProcessorContext<OutputKey, byte[]> context) {
        this.context = context;
        TopologyMetrics metrics = new TopologyMetrics(context.metrics(), context.taskId());
        this.partition = new PartitionContext(
                TopologyState.of(context, settings),
                settings,
                metrics,
                context::currentSystemTimeMs,
                new Pace(
                        settings.timing(),
                        () -> arrivals.waitedMs(context.taskId().partition())));
        SplitRules splitRules = new SplitRules(partition.state().boundaries(), settings.rules());
        Announcer announcer = new Announcer(context, partition);
        this.timedWork = new TimedWork(partition, splitRules, announcer);
        Acceptance acceptance = new Acceptance(partition, splitRules, announcer);
        this.intake = new Intake(context, partition, acceptance, timedWork, new ConversationKeys(hash));
        this.forgetting = new RetentionSweep(partition.state(), settings);
        this.ticking = startTicking();
    }

    @Override
    public void process(Record<byte[], Inbound> record) {
        keepTicking();
        partition.pace().processing(partition.now());
        OriginHeader.removeFrom(record.headers());
        intake.take(record.withValue((Arrival) record.value()));
    }

    @Override
    public void close() {
        partition.metrics().close();
    }

    private Cancellable startTicking() {
        tickedAt = partition.now();
        return Tick.start(context, this::tick);
    }

    private void tick(long now) {
        tickedAt = now;
        partition.pace().tick(now);
        timedWork.serve(now);
        intake.giveUpWaiting(now);
        forgetting.slice(now);
        partition.state().identities().load();
        partition.metrics().publish(partition.state().ledger().openSessions());
        if (partition.pace().commitIsDue()) {
            context.commit();
        }
    }

    /** Restarts the ticks after the wall clock stepped back: Kafka Streams would wait until it has caught up with the last tick. */
    private void keepTicking() {
        if (partition.now() < tickedAt - Tick.INTERVAL.toMillis()) {
            timedWork.clockSteppedBack(partition.now());
            ticking.cancel();
            ticking = startTicking();
        }
    }
}
