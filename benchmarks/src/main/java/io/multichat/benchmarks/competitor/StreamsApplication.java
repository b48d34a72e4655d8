package io.multichat.benchmarks.competitor;

import io.multichat.app.streams.StreamsRunner;
import io.multichat.topology.query.SessionQueries;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A Kafka Streams application. All of them run with the properties that Multichat itself uses. */
final class StreamsApplication implements Application {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern WORKERS = Pattern.compile(".*-StreamThread-[0-9]+");

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final RestoreWatch restore = new RestoreWatch();
    private final Assignment assignment;
    private final KafkaStreams streams;
    private final Meter meter;

    StreamsApplication(Assignment assignment) {
        this.assignment = assignment;
        this.streams = new KafkaStreams(
                assignment.competitor().topology(assignment.settings()),
                assignment.properties().toProperties());
        streams.setUncaughtExceptionHandler(cause -> {
            failure.set(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setGlobalStateRestoreListener(restore);
        this.meter = new Meter(streams);
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public Optional<Restored> running() {
        return streams.state() == KafkaStreams.State.RUNNING ? Optional.of(restore.restored()) : Optional.empty();
    }

    @Override
    public long processed() {
        return meter.processed();
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
        return assignment.competitor() == Competitor.MULTICHAT
                && queries().earliestAnnouncement().isPresent();
    }

    @Override
    public CompetitorReport report() {
        CompetitorReport.Account account = CompetitorReport.Account.NONE;
        if (assignment.competitor() == Competitor.MULTICHAT) {
            account = queries().recordCounts().values().stream()
                    .reduce(account, CompetitorReport.Account::plus, (left, right) -> right);
        }
        return new CompetitorReport(meter.sent(), account);
    }

    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
    }

    private SessionQueries queries() {
        return new SessionQueries(streams, StreamsRunner.topologySettings(assignment.settings()));
    }
}
