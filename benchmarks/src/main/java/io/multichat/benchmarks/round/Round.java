package io.multichat.benchmarks.round;

import io.multichat.app.settings.SessionSettings;
import io.multichat.benchmarks.child.ChildProcess;
import io.multichat.benchmarks.child.FileTree;
import io.multichat.benchmarks.child.Jvm;
import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.benchmarks.cluster.BenchmarkTopics;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.competitor.CompetitorMain;
import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.competitor.DslSessions;
import io.multichat.benchmarks.competitor.Forwarding;
import io.multichat.benchmarks.competitor.MeasuredProcess;
import io.multichat.benchmarks.competitor.Processed;
import io.multichat.benchmarks.flink.FlinkMain;
import io.multichat.benchmarks.load.ChatLoad;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.SessionCount;
import io.multichat.benchmarks.load.Volume;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs competitors, one at a time, each in a fresh process on fresh topics and fresh state. */
public final class Round {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration WORK_PATIENCE = Duration.ofMinutes(60);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Jvm FLINK = Jvm.flink("-Xmx2g", "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8");

    private final Cluster cluster;
    private final Map<Load, Long> sessions = new HashMap<>();

    public Round(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Publishes a load before a competitor reads it. */
    public Input preload(String name, Load load) {
        Assignment setup = assignment(Competitor.MULTICHAT, name, load.messages());
        cluster.topics().createForMultichat(setup.settings());
        Volume volume = new LoadPublisher(cluster.bootstrapServers(), setup.input()).publish(load);
        return new Input(name, setup.input(), load, volume, cluster.offsets().logBytes(setup.input()));
    }

    /** Lets a competitor read an existing load as fast as it can. */
    public RoundResult backlog(Competitor competitor, Input input) {
        Assignment assignment =
                assignment(competitor, input.name(), input.volume().records());
        try (ChildProcess process = start(assignment)) {
            return finish(assignment, process, input);
        }
    }

    /** Lets a competitor read while the load is published. */
    public RoundResult live(Competitor competitor, Load load, long perSecond) {
        Assignment assignment = assignment(competitor, "live", load.messages());
        try (ChildProcess process = start(assignment)) {
            process.expect(MeasuredProcess.RUNNING, START_PATIENCE);
            Volume volume = new LoadPublisher(cluster.bootstrapServers(), assignment.input()).publish(load, perSecond);
            Input input = new Input(
                    "live", assignment.input(), load, volume, cluster.offsets().logBytes(assignment.input()));
            return finish(assignment, process, input);
        } finally {
            cluster.topics().deleteInputs();
        }
    }

    /** @param input the name of an input, as for {@link #preload} */
    Assignment assignment(Competitor competitor, String input, long expected) {
        String id = "benchmark-" + NUMBER.incrementAndGet();
        return new Assignment(
                competitor,
                cluster.bootstrapServers(),
                id,
                BenchmarkTopics.INPUT_PREFIX + input,
                cluster.path(id).toString(),
                expected);
    }

    /** Runs on fresh topics. */
    ChildProcess start(Assignment assignment) {
        cluster.topics().deleteOutputs();
        cluster.topics().createForMultichat(assignment.settings());
        cluster.topics().createOutput(DslSessions.OUTPUT);
        cluster.topics().createOutput(Forwarding.OUTPUT);
        return launch(assignment);
    }

    /** Runs on the existing topics. */
    ChildProcess launch(Assignment assignment) {
        boolean flink = assignment.competitor().isFlink();
        return ChildProcess.start(
                flink ? FLINK : Jvm.MULTICHAT,
                flink ? FlinkMain.class : CompetitorMain.class,
                cluster.path(assignment.applicationId() + ".log"),
                List.of(ParentProcess.argument(assignment)));
    }

    private RoundResult finish(Assignment assignment, ChildProcess process, Input input) {
        Processed processed =
                ParentProcess.read(process.expect(MeasuredProcess.PROCESSED, WORK_PATIENCE), Processed.class);
        cluster.offsets().awaitCommitted(assignment.applicationId(), input.topic());
        process.send(MeasuredProcess.OUTCOME);
        CompetitorReport outcome =
                ParentProcess.read(process.expect(MeasuredProcess.OUTCOME, START_PATIENCE), CompetitorReport.class);
        process.close();
        long records = outcome.sent().values().stream()
                .mapToLong(CompetitorReport.Sent::records)
                .sum();
        // The producer counts a batch twice if it was refused and sent again.
        long markers = Math.max(0, cluster.offsets().end(outcome.sent().keySet()) - records);
        new RoundCheck(cluster)
                .check(assignment.competitor(), input.volume(), outcome, () -> sessions(assignment, input.load()));
        FileTree.delete(cluster.path(assignment.applicationId()));
        return new RoundResult(assignment, input, processed, outcome, markers);
    }

    /** The number of sessions that this load must give; counted once. */
    private long sessions(Assignment assignment, Load load) {
        return sessions.computeIfAbsent(
                load,
                any -> SessionCount.of(new ChatLoad(load), assignment.settings().get(SessionSettings.SESSION_GAP)));
    }
}
