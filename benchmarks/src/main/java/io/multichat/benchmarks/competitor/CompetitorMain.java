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

/**
 * Main method of a competitor's process. Takes an {@link Assignment}, announces when it runs and when it has processed
 * everything, and reports.
 */
public final class CompetitorMain {
    /** Announces, with {@link Restored}, that the application runs. */
    public static final String RUNNING = "running";
    /** Announces, with {@link Processed}, that the expected number of records is processed. */
    public static final String PROCESSED = "processed";
    /** Requests, and announces, a {@link CompetitorReport}. */
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
     * The threads of Kafka Streams are daemons, like the thread that creates them, so the process ends with its main
     * thread. Otherwise a thread that hangs without its broker would keep it alive forever.
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
                parent.say(OUTCOME, new CompetitorReport(meter.sent(), account(streams)));
            }
            return null;
        } finally {
            streams.close(CLOSE_TIMEOUT);
        }
    }

    /** Nothing is processed before the application runs, that is, before its state is restored. */
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
            throw new BenchmarkException("the parent process is gone");
        }
        Thread.sleep(POLL_MS);
    }

    /** Pending announcements are part of the work, so this waits for them. */
    private CompetitorReport.Account account(KafkaStreams streams) throws InterruptedException {
        if (assignment.competitor() != Competitor.MULTICHAT) {
            return CompetitorReport.Account.NONE;
        }
        SessionQueries queries = new SessionQueries(streams, StreamsRunner.topologySettings(assignment.settings()));
        while (queries.earliestAnnouncement().isPresent()) {
            pause();
        }
        return queries.recordCounts().values().stream()
                .reduce(CompetitorReport.Account.NONE, CompetitorReport.Account::plus, (left, right) -> right);
    }
}
