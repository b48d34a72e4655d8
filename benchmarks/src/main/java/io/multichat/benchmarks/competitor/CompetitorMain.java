package io.multichat.benchmarks.competitor;

import io.multichat.app.streams.StreamsRunner;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.topology.query.SessionQueries;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A competitor's process: takes an {@link Assignment}, says when it runs and when it has processed, and reports. */
public final class CompetitorMain {
    /** Said with {@link Restored} when the application runs. */
    public static final String RUNNING = "running";
    /** Said with {@link Processed} when as many records as expected are processed. */
    public static final String PROCESSED = "processed";
    /** Told to get, and said with, an {@link Outcome}. */
    public static final String OUTCOME = "outcome";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final int POLL_MS = 5;

    private final ParentProcess parent = new ParentProcess();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Assignment assignment;

    private CompetitorMain(Assignment assignment) {
        this.assignment = assignment;
    }

    /**
     * The threads of Kafka Streams are daemons as the one that creates them, so that a process always ends with its main
     * thread: one that hangs without its broker would stay for ever.
     */
    public static void main(String[] args) throws Exception {
        Assignment assignment = ParentProcess.read(args[0], Assignment.class);
        FutureTask<Void> work = new FutureTask<>(new CompetitorMain(assignment)::run);
        Thread worker = new Thread(work, "competitor");
        worker.setDaemon(true);
        worker.start();
        work.get();
    }

    private Void run() throws InterruptedException {
        KafkaStreams streams = new KafkaStreams(
                assignment.competitor().topology(assignment.settings()),
                assignment.properties().toProperties());
        streams.setUncaughtExceptionHandler(cause -> {
            failure.set(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        RestoreWatch restore = new RestoreWatch();
        streams.setGlobalStateRestoreListener(restore);
        Meter meter = new Meter(streams);
        streams.start();
        try {
            Mark first = measure(streams, meter, restore);
            Mark half = when(meter, assignment.expected() / 2);
            parent.say(PROCESSED, new Processed(first, half, when(meter, assignment.expected())));
            while (parent.nextWord().equals(OUTCOME)) {
                parent.say(OUTCOME, new Outcome(meter.sent(), account(streams)));
            }
            return null;
        } finally {
            streams.close(CLOSE_TIMEOUT);
        }
    }

    /** Nothing is processed before the application runs, that is, before all its state is restored. */
    private Mark measure(KafkaStreams streams, Meter meter, RestoreWatch restore) throws InterruptedException {
        Mark first = null;
        boolean running = false;
        while (first == null || !running) {
            pause();
            if (first == null && meter.processed() > 0) {
                first = Mark.now();
            }
            if (!running && streams.state() == KafkaStreams.State.RUNNING) {
                running = true;
                parent.say(RUNNING, restore.restored());
            }
        }
        return first;
    }

    private Mark when(Meter meter, long records) throws InterruptedException {
        while (meter.processed() < records) {
            pause();
        }
        return Mark.now();
    }

    private void pause() throws InterruptedException {
        if (failure.get() != null) {
            throw new BenchmarkException("the application failed", failure.get());
        }
        if (parent.isGone()) {
            throw new BenchmarkException("nobody waits for the figures any more");
        }
        Thread.sleep(POLL_MS);
    }

    /** What is still to be announced belongs to the work, so it is waited for. */
    private Outcome.Account account(KafkaStreams streams) throws InterruptedException {
        if (assignment.competitor() != Competitor.MULTICHAT) {
            return Outcome.Account.NONE;
        }
        SessionQueries queries = new SessionQueries(streams, StreamsRunner.topologySettings(assignment.settings()));
        while (queries.earliestAnnouncement().isPresent()) {
            pause();
        }
        return queries.recordCounts().values().stream()
                .reduce(Outcome.Account.NONE, Outcome.Account::plus, (left, right) -> right);
    }
}
