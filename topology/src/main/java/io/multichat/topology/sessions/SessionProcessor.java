package io.multichat.topology.sessions;

import io.multichat.events.Conversation;
import io.multichat.events.ConversationHash;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.ingest.Inbound.Arrival;
import io.multichat.topology.ingest.OriginHeader;
import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.RetentionSweep;
import io.multichat.topology.state.TopologyState;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
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
    /** How often due timers are served. A tick without due timers costs almost nothing. */
    private static final Duration TICK = Duration.ofMillis(100);

    private final TopologySettings settings;
    private final Function<Conversation, ConversationHash> hash;
    private ProcessorContext<OutputKey, byte[]> context;
    private PartitionContext partition;
    private TimedWork timedWork;
    private Intake intake;
    private RetentionSweep forgetting;
    private Cancellable ticking;
    private long tickedAt;

    public SessionProcessor(TopologySettings settings) {
        this(settings, Conversation::hash);
    }

    /** @param hash replaces the hash of conversations; conversations with equal hashes cannot be found otherwise */
    SessionProcessor(TopologySettings settings, Function<Conversation, ConversationHash> hash) {
        this.settings = settings;
        this.hash = hash;
    }

    @Override
    public void init(ProcessorContext<OutputKey, byte[]> context) {
        this.context = context;
        TopologyMetrics metrics = new TopologyMetrics(context.metrics(), context.taskId());
        this.partition = new PartitionContext(
                TopologyState.of(context, settings), settings, metrics, context::currentSystemTimeMs);
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
        OriginHeader.removeFrom(record.headers());
        intake.take(record.withValue((Arrival) record.value()));
    }

    @Override
    public void close() {
        partition.metrics().close();
    }

    private Cancellable startTicking() {
        tickedAt = partition.now();
        return context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void tick(long now) {
        tickedAt = now;
        timedWork.serve(now);
        intake.giveUpWaiting(now);
        forgetting.slice(now);
        partition.state().identities().load();
        partition.metrics().publish(partition.state().ledger().openSessions());
    }

    /** Restarts the ticks after the wall clock stepped back: Kafka Streams would wait until it has caught up with the last tick. */
    private void keepTicking() {
        if (partition.now() < tickedAt - TICK.toMillis()) {
            timedWork.clockSteppedBack(partition.now());
            ticking.cancel();
            ticking = startTicking();
        }
    }
}
