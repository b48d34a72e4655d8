package io.multichat.benchmarks.round;

import io.multichat.benchmarks.child.ChildProcess;
import io.multichat.benchmarks.child.FileTree;
import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.competitor.MeasuredProcess;
import io.multichat.benchmarks.competitor.Processed;
import io.multichat.benchmarks.competitor.Restored;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.Volume;
import java.time.Duration;
import java.util.List;

/** Multichat's topology with state, which is killed and restarted. Used by one thread. */
public final class KilledApplication implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int TRAFFIC = 4_000;
    private static final int PER_SECOND = 2_000;

    private final Cluster cluster;
    private final Load load;
    private final Assignment assignment;
    private ChildProcess process;
    private Volume published;
    private long seed;

    private KilledApplication(Cluster cluster, Load load) {
        Round round = new Round(cluster);
        this.cluster = cluster;
        this.load = load;
        this.seed = load.seed();
        this.assignment = round.assignment(Competitor.MULTICHAT, "recovery", load.messages());
        this.published = round.preload("recovery", load).volume();
        this.process = round.start(assignment);
    }

    /** Returns when the whole load is processed and all sessions are announced. */
    public static KilledApplication withState(Cluster cluster, Load load) {
        KilledApplication application = new KilledApplication(cluster, load);
        application.process.expect(MeasuredProcess.PROCESSED, PATIENCE);
        application
                .cluster
                .offsets()
                .awaitCommitted(application.assignment.applicationId(), application.assignment.input());
        application.outcome();
        return application;
    }

    /** Kills the process between two messages, then publishes more of them. */
    public void killUnderTraffic() {
        publish(PER_SECOND);
        process.kill();
        publish(0);
    }

    /** Deletes the state, as if the disk were lost. */
    public void loseState() {
        FileTree.delete(cluster.path(assignment.applicationId()));
    }

    /** Restarts the application. Returns when everything published is processed. */
    public Restart restart() {
        long start = System.nanoTime();
        process = new Round(cluster).launch(assignment.withExpected(1));
        Restored restored = ParentProcess.read(process.expect(MeasuredProcess.RUNNING, PATIENCE), Restored.class);
        Processed processed = ParentProcess.read(process.expect(MeasuredProcess.PROCESSED, PATIENCE), Processed.class);
        cluster.offsets().awaitCommitted(assignment.applicationId(), assignment.input());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Restart(restored, processed.first().uptimeMillis(), millis);
    }

    /** @throws io.multichat.benchmarks.child.BenchmarkException if a message was lost or counted twice */
    public void checkAccount() {
        RoundCheck.account(published, outcome().account());
    }

    /** Call this after the process has ended. */
    public ChangelogRead readChangelogs() {
        process.close();
        try (ChildProcess reader = ChildProcess.start(
                ChangelogReadMain.class, cluster.path("reader.log"), List.of(ParentProcess.argument(assignment)))) {
            return ParentProcess.read(reader.expect(ChangelogReadMain.READ, PATIENCE), ChangelogRead.class);
        }
    }

    @Override
    public void close() {
        process.close();
        loseState();
        cluster.topics().deleteInputs();
    }

    private CompetitorReport outcome() {
        process.send(MeasuredProcess.OUTCOME);
        return ParentProcess.read(process.expect(MeasuredProcess.OUTCOME, PATIENCE), CompetitorReport.class);
    }

    /** Publishes new messages that continue the load. */
    private void publish(long perSecond) {
        seed++;
        Load.Timing timing = new Load.Timing(
                load.timing().start().plus(load.timing().perMessage().multipliedBy(load.messages())),
                Duration.ofMillis(1),
                Duration.ZERO);
        Load more = new Load(TRAFFIC, load.popularity(), timing, seed);
        Volume volume = new LoadPublisher(cluster.bootstrapServers(), assignment.input()).publish(more, perSecond);
        published = published.plus(volume);
    }
}
