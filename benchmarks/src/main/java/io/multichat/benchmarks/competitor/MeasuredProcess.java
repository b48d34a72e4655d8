package io.multichat.benchmarks.competitor;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.child.ParentProcess;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * The process of a competitor. Runs its application, announces to the parent process when it runs and when it has processed
 * everything, and reports.
 */
public final class MeasuredProcess {
    /** Announces, with {@link Restored}, that the application runs. */
    public static final String RUNNING = "running";
    /** Announces, with {@link Processed}, that the expected number of records is processed. */
    public static final String PROCESSED = "processed";
    /** Requests, and announces, a {@link CompetitorReport}. */
    public static final String OUTCOME = "outcome";

    private static final int POLL_MS = 5;

    private final ParentProcess parent = new ParentProcess();
    private final Application application;
    private final long expected;

    private MeasuredProcess(Application application, long expected) {
        this.application = application;
        this.expected = expected;
    }

    /**
     * Runs an application until the parent process wants it to end or is gone.
     *
     * <p>The threads of Kafka Streams are daemons, like the thread that creates them, so the process ends with its main
     * thread. Otherwise a thread that hangs without its broker would keep it alive forever.
     *
     * @param expected number of records after which the measurement ends
     */
    public static void run(Application application, long expected) throws Exception {
        FutureTask<Void> work = new FutureTask<>(new MeasuredProcess(application, expected)::run);
        Thread worker = new Thread(work, "competitor");
        worker.setDaemon(true);
        worker.start();
        work.get();
    }

    private Void run() throws InterruptedException {
        application.start();
        try {
            Mark first = first();
            Mark half = when(expected / 2);
            parent.say(PROCESSED, new Processed(first, half, when(expected)));
            while (parent.nextWord().equals(OUTCOME)) {
                while (application.hasPendingAnnouncements()) {
                    pause();
                }
                parent.say(OUTCOME, application.report());
            }
            return null;
        } finally {
            application.close();
        }
    }

    /** Nothing is processed before the application runs, that is, before its state is restored. */
    private Mark first() throws InterruptedException {
        Mark first = null;
        boolean running = false;
        while (first == null || !running) {
            pause();
            if (first == null && application.processed() > 0) {
                first = Mark.now(application.workers());
            }
            Optional<Restored> restored = running ? Optional.empty() : application.running();
            if (restored.isPresent()) {
                running = true;
                parent.say(RUNNING, restored.get());
            }
        }
        return first;
    }

    private Mark when(long records) throws InterruptedException {
        while (application.processed() < records) {
            pause();
        }
        return Mark.now(application.workers());
    }

    private void pause() throws InterruptedException {
        if (application.failure().isPresent()) {
            throw new BenchmarkException(
                    "the application failed", application.failure().get());
        }
        if (parent.isGone()) {
            throw new BenchmarkException("the parent process is gone");
        }
        Thread.sleep(POLL_MS);
    }
}
