package io.multichat.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the topics, what they still hold for the stores, and the files of the stores, every three seconds. Thread-safe. */
public final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final long INTERVAL_MS = 3_000;
    private static final long CLOSE_TIMEOUT_S = 15;
    private static final List<String> STORES = List.of("redis", "sqlite", "archive");

    private final Admin admin;
    private final DeploymentTopics topics;
    private final StoreLogs logs;
    private final StoreFiles files;
    private final KnownTopicId topicId;
    private final ScheduledExecutorService timer;
    private volatile List<String> problems = List.of();
    private volatile List<String> incomplete = List.of();
    private volatile List<String> missing = List.of();

    private TopicWatch(KafkaAccess kafka, List<WatchedStore> stores, Path lacked) {
        admin = kafka.admin();
        topics = DeploymentTopics.now(kafka, admin);
        logs = new StoreLogs(kafka, stores, new LackedRanges(lacked));
        files = new StoreFiles(stores);
        topicId = new KnownTopicId(lacked.resolveSibling("transcript-topic-id.txt"));
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "topic-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks once, then regularly. Call it when the topics exist and before the sinks run: a sink that has read on does not show
     * what it could not read.
     *
     * @param stores the stores that are expected to hold everything
     * @param lacked the file that remembers what they lack
     * @throws KafkaUnavailableException when Kafka does not answer
     */
    public static TopicWatch start(KafkaAccess kafka, List<WatchedStore> stores, Path lacked) {
        TopicWatch watch = new TopicWatch(kafka, stores, lacked);
        watch.look();
        watch.timer.scheduleWithFixedDelay(watch::lookQuietly, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** What has happened to the topics since the start, so that the process cannot work; one line each with the remedy. */
    public List<String> problems() {
        return problems;
    }

    /** What the stores lack or will not take, one line each with the remedy. */
    public List<String> incomplete() {
        return Stream.concat(missing.stream(), incomplete.stream()).toList();
    }

    /** The lag of each store, which is examined every three seconds. */
    public MeterBinder meters() {
        return registry -> STORES.forEach(
                store -> Gauge.builder("multichat.store.lag", () -> logs.lags().get(store))
                        .description(
                                "Records of chat-transcript that the store does not hold yet; the end of a transaction counts as one")
                        .baseUnit("records")
                        .tag("store", store)
                        .register(registry));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        admin.close();
    }

    private void look() {
        missing = files.missing();
        List<String> found = topics.problems(admin);
        found.stream().filter(problem -> !problems.contains(problem)).forEach(problem -> LOG.warn("{}", problem));
        problems = found;
        if (found.isEmpty()) {
            Optional<Uuid> known = topicId.read();
            Uuid now = topics.id(Topics.TRANSCRIPT);
            incomplete =
                    logs.incomplete(admin, known.isPresent() && !known.get().equals(now));
            topicId.write(now);
        }
    }

    /** A failed look keeps the last result: a broker that does not answer is noticed elsewhere. */
    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("The topics could not be watched", e);
        }
    }
}
