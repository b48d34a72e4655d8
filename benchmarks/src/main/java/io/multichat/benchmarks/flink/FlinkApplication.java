package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.competitor.Application;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.competitor.Restored;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** The Flink job in a cluster inside this process. */
final class FlinkApplication implements Application {
    private static final int PATIENCE_SECONDS = 60;
    /** The threads of the job's tasks, and the thread that reads from Kafka for them. */
    private static final Pattern WORKERS = Pattern.compile(".*\\(1/1\\)#0.*");

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Assignment assignment;
    private Optional<JobClient> job = Optional.empty();

    FlinkApplication(Assignment assignment) {
        this.assignment = assignment;
    }

    @Override
    public void start() {
        try {
            JobClient started = FlinkJob.build(assignment).executeAsync("sessions");
            started.getJobExecutionResult().whenComplete((result, cause) -> failure.set(cause));
            job = Optional.of(started);
        } catch (Exception e) {
            throw new BenchmarkException("the Flink job did not start", e);
        }
    }

    /** The job always starts without state. */
    @Override
    public Optional<Restored> running() {
        return job().getJobStatus().join() == JobStatus.RUNNING
                ? Optional.of(
                        new Restored(0, 0, ManagementFactory.getRuntimeMXBean().getUptime()))
                : Optional.empty();
    }

    @Override
    public long processed() {
        return JobCounts.PROCESSED.get();
    }

    @Override
    public Pattern workers() {
        return WORKERS;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public boolean hasPendingAnnouncements() {
        return JobCounts.PENDING.get() > 0;
    }

    /** Stops the job with a savepoint, so that everything it has sent is committed. */
    @Override
    public CompetitorReport report() {
        String savepoints = Path.of(assignment.stateDir(), "savepoints").toUri().toString();
        try {
            job().stopWithSavepoint(false, savepoints, SavepointFormatType.NATIVE)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchmarkException("the Flink job did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while the Flink job stopped", e);
        }
        CompetitorReport.Account account =
                new CompetitorReport.Account(JobCounts.ACCEPTED.get(), JobCounts.DUPLICATES.get(), 0, 0);
        return new CompetitorReport(ProducerMetrics.sent(), account);
    }

    /** The cluster ends with its job; a job that still runs ends with the process. */
    @Override
    public void close() {
        job.filter(running -> !running.getJobExecutionResult().isDone())
                .ifPresent(running -> running.cancel().join());
    }

    private JobClient job() {
        return job.orElseThrow(() -> new IllegalStateException("the Flink job was not started"));
    }
}
