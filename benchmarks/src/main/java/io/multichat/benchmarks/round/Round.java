package io.multichat.benchmarks.round;

import io.multichat.benchmarks.child.ChildJvm;
import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.cluster.Topics;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.competitor.CompetitorMain;
import io.multichat.benchmarks.competitor.DslSessions;
import io.multichat.benchmarks.competitor.Forwarding;
import io.multichat.benchmarks.competitor.Outcome;
import io.multichat.benchmarks.competitor.Processed;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.Volume;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets competitors work, one at a time, each in a fresh process on fresh topics and fresh state. */
public final class Round {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration WORK_PATIENCE = Duration.ofMinutes(60);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Cluster cluster;

    public Round(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Publishes a load before anyone reads it. */
    public Input preload(String name, Load load) {
        Assignment setup = assignment(Competitor.MULTICHAT, name, load.messages());
        cluster.topics().createForMultichat(setup.settings());
        Volume volume = new LoadPublisher(cluster.bootstrapServers(), setup.input()).publish(load);
        return new Input(name, setup.input(), volume, cluster.offsets().logBytes(setup.input()));
    }

    /** A competitor reads what is already there, as fast as it can. */
    public RoundResult backlog(Competitor competitor, Input input) {
        Assignment assignment =
                assignment(competitor, input.name(), input.volume().records());
        try (ChildJvm process = start(assignment)) {
            return finish(assignment, process, input);
        }
    }

    /** A competitor reads while the load is published. */
    public RoundResult live(Competitor competitor, Load load, long perSecond) {
        Assignment assignment = assignment(competitor, "live", load.messages());
        try (ChildJvm process = start(assignment)) {
            process.expect(CompetitorMain.RUNNING, START_PATIENCE);
            Volume volume = new LoadPublisher(cluster.bootstrapServers(), assignment.input()).publish(load, perSecond);
            Input input = new Input(
                    "live", assignment.input(), volume, cluster.offsets().logBytes(assignment.input()));
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
                Topics.INPUT_PREFIX + input,
                cluster.path(id).toString(),
                expected);
    }

    /** On fresh topics. */
    ChildJvm start(Assignment assignment) {
        cluster.topics().deleteOutputs();
        cluster.topics().createForMultichat(assignment.settings());
        cluster.topics().createOutput(DslSessions.OUTPUT);
        cluster.topics().createOutput(Forwarding.OUTPUT);
        return launch(assignment);
    }

    /** On the topics that there are. */
    ChildJvm launch(Assignment assignment) {
        return ChildJvm.start(
                CompetitorMain.class,
                cluster.path(assignment.applicationId() + ".log"),
                List.of(ParentProcess.argument(assignment)));
    }

    private RoundResult finish(Assignment assignment, ChildJvm process, Input input) {
        Processed processed =
                ParentProcess.read(process.expect(CompetitorMain.PROCESSED, WORK_PATIENCE), Processed.class);
        cluster.offsets().awaitCommitted(assignment.applicationId(), input.topic());
        process.tell(CompetitorMain.OUTCOME);
        Outcome outcome = ParentProcess.read(process.expect(CompetitorMain.OUTCOME, START_PATIENCE), Outcome.class);
        process.close();
        long records = outcome.sent().values().stream()
                .mapToLong(Outcome.Sent::records)
                .sum();
        // A batch that was refused and sent again is counted twice among the sent.
        long markers = Math.max(0, cluster.offsets().end(outcome.sent().keySet()) - records);
        new RoundCheck(cluster).check(assignment.competitor(), input.volume(), outcome);
        cluster.delete(cluster.path(assignment.applicationId()));
        return new RoundResult(assignment, input, processed, outcome, markers);
    }
}
