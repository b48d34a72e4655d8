package io.multichat.app.streams;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.topology.SessionTopology;
import io.multichat.topology.query.InstanceState;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.StandbyStaleness;
import io.multichat.topology.query.StatePlaces;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.settings.TopologySettings;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology. Thread-safe. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final long NOTE_EVERY_MS = 500;

    private final KafkaStreams streams;
    private final InstanceState state;
    private final ScheduledExecutorService notes = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "state-staleness");
        thread.setDaemon(true);
        return thread;
    });
    private final TopologyFailure failure = new TopologyFailure();
    private final RestoreProgress restore = new RestoreProgress();
    private final StreamsMeters meters;

    private StreamsRunner(KafkaStreams streams, TopologySettings topology) {
        this.streams = streams;
        this.state = new InstanceState(
                new SessionQueries(streams, topology),
                SessionQueries.ofCopies(streams, topology),
                new StatePlaces(streams, topology.partitions()),
                new StandbyStaleness(streams, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime())));
        // Kept here, because the registry has only weak references.
        this.meters = new StreamsMeters(streams, restore);
    }

    /**
     * Starts the topology, with an empty state if the one on disk is damaged: it is restored from the topics. Returns before it is
     * running, see {@link #isRunning()}.
     */
    public static StreamsRunner start(StreamsProperties properties) {
        TopologySettings topology = topologySettings(properties.settings());
        properties.instance().ifPresent(instance -> TopologyGroup.removeMembersOf(properties.kafka(), instance));
        KafkaStreams streams = new KafkaStreams(SessionTopology.build(topology), properties.toProperties());
        StreamsRunner runner = new StreamsRunner(streams, topology);
        streams.setUncaughtExceptionHandler(runner.failure);
        streams.setGlobalStateRestoreListener(runner.restore);
        try {
            streams.start();
        } catch (ProcessorStateException e) {
            runner.close();
            if (properties.stateFolder().setAsideIfDamaged(e)) {
                return start(properties);
            }
            throw e;
        }
        if (properties.settings().get(SessionSettings.STANDBY_REPLICAS) > 0) {
            runner.notes.scheduleWithFixedDelay(
                    runner.state.staleness()::note, NOTE_EVERY_MS, NOTE_EVERY_MS, TimeUnit.MILLISECONDS);
        }
        return runner;
    }

    /** True when all partitions assigned to this instance are being processed. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The name of the Kafka Streams state, for display; {@code REBALANCING} during start and restore. */
    public String state() {
        return streams.state().name();
    }

    /** Completes with the exception that stopped the topology; never completes while it runs or after {@link #close()}. */
    public CompletableFuture<Throwable> failure() {
        return failure.cause();
    }

    /** The number of records of the state that are still to be restored; empty while nothing is restored. */
    public OptionalLong recordsToRestore() {
        return restore.recordsLeft();
    }

    /** The metrics of the topology. */
    public MeterBinder meters() {
        return meters;
    }

    /** The state as this instance sees it, and where the rest of it is. */
    public InstanceState instanceState() {
        return state;
    }

    /** Commits and waits up to 30 seconds for all threads to end. */
    @Override
    public void close() {
        notes.shutdownNow();
        if (!streams.close(CLOSE_TIMEOUT)) {
            LOG.warn(
                    "the topology did not stop within {} s; the next start repeats its last transaction",
                    CLOSE_TIMEOUT.toSeconds());
        }
    }

    /** The settings that apply to the topology. */
    public static TopologySettings topologySettings(Settings settings) {
        return new TopologySettings(
                settings.get(TopicSettings.INPUT_TOPICS),
                settings.get(SessionSettings.PARTITIONS),
                settings.get(SessionSettings.GENERATION),
                new SessionRules(
                        settings.get(SessionSettings.SESSION_GAP),
                        settings.get(SessionSettings.SESSION_GAP_OVERRIDES),
                        settings.get(SessionSettings.MAX_DURATION).bound()),
                new TopologySettings.Timing(
                        settings.get(SessionSettings.SNAPSHOT_INTERVAL),
                        settings.get(SessionSettings.CATCH_UP_INTERVAL),
                        settings.get(SessionSettings.CATCH_UP_LAG),
                        settings.get(SessionSettings.CLOSE_SETTLE),
                        settings.get(SessionSettings.CLOCK_SKEW_MAX),
                        settings.get(SessionSettings.EDIT_WAIT)),
                new RetentionSettings(
                        settings.get(SessionSettings.SESSION_RETENTION).bound(),
                        settings.get(SessionSettings.DEDUP_RETENTION).bound()),
                new TopologySettings.Limits(
                        settings.get(SessionSettings.EVENT_MAX_BYTES),
                        settings.get(SessionSettings.EDIT_WAIT_MAX_COUNT),
                        settings.get(SessionSettings.EDIT_WAIT_MAX_BYTES)));
    }
}
