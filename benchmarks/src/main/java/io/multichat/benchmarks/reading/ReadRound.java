package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.benchmarks.dev.DevStores;
import io.multichat.benchmarks.dev.RunningDev;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.Volume;
import io.multichat.events.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Fills a {@code dev} with chat and asks it. */
public final class ReadRound {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int CLIENTS = 16;
    private static final int LIVE_CLIENTS = 1_000;
    private static final int LIVE_PER_SECOND = 1_000;
    private static final int RARE = 20;

    private final RunningDev dev;
    private final HttpClient http;
    private final Duration each;
    private final Consumer<String> progress;

    private ReadRound(RunningDev dev, HttpClient http, Duration each, Consumer<String> progress) {
        this.dev = dev;
        this.http = http;
        this.each = each;
        this.progress = progress;
    }

    /**
     * Runs it once.
     *
     * @param folder for everything that it writes
     * @param load the chat to ask for
     * @param each how long each question is asked
     * @param started receives what has to be closed if everything must end early
     * @param progress receives a line for each step
     * @throws BenchmarkException if an answer is wrong
     */
    public static ReadResult run(
            Path folder, Load load, Duration each, Consumer<AutoCloseable> started, Consumer<String> progress) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RunningDev dev = RunningDev.start(folder)) {
            started.accept(dev);
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
            ReadRound round = new ReadRound(dev, http, each, progress);
            Volume volume = round.fill(load);
            List<ReadResult.Answered> answered = round.questions();
            Latency live = round.live();
            progress.accept("live: " + live);
            Latency session = round.answerDelay();
            progress.accept("published and answered: " + session);
            return new ReadResult(volume, answered, live, session);
        } catch (ExecutionException e) {
            throw new BenchmarkException("a message could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while publishing", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Volume fill(Load load) throws InterruptedException, ExecutionException {
        String broker = dev.endpoints().bootstrapServers();
        Volume volume = new LoadPublisher(broker, Topics.MESSAGES).publish(load);
        try (Planted planted = new Planted(broker)) {
            planted.rareWords(RARE);
        }
        long messages = volume.distinct() + RARE;
        try (DevStores stores = new DevStores(dev.layout(), dev.endpoints())) {
            Waiting.until("SQLite has all messages", PATIENCE, () -> stores.sqliteHas(messages));
            Waiting.until("Redis has all messages", PATIENCE, stores::redisHasAllOfSqlite);
            Waiting.until("all sessions are announced", PATIENCE, () -> stores.sqliteHasSessionsOf(messages));
        }
        return volume;
    }

    private List<ReadResult.Answered> questions() {
        Catalogue known = Catalogue.read(dev.layout().sessions());
        URI server = dev.endpoints().server();
        ClosedLoop loop = new ClosedLoop(CLIENTS, each.dividedBy(3), each);
        List<ReadResult.Answered> answered = new ArrayList<>();
        for (Question question : new Questions(known).all()) {
            Latency api = loop.run(() -> new ApiClient(http, server, question.path()));
            Latency sql = loop.run(() -> new SqlClient(known.file(), question.sql(), question.values()));
            answered.add(new ReadResult.Answered(question.name(), question.search(), api, sql));
            progress.accept(question.name() + ": " + api + ", SQL " + sql);
        }
        return answered;
    }

    private Latency live() {
        int messages = (int) (each.toSeconds() * LIVE_PER_SECOND);
        try (Planted publisher = new Planted(dev.endpoints().bootstrapServers())) {
            return new LiveClients(http, dev.endpoints().server(), LIVE_CLIENTS, messages)
                    .run(publisher, LIVE_PER_SECOND);
        }
    }

    /** Measures while other messages are published at the same rate as for the live clients. */
    private Latency answerDelay() throws InterruptedException, ExecutionException {
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            Future<Volume> traffic =
                    background.submit(() -> new LoadPublisher(dev.endpoints().bootstrapServers(), Topics.MESSAGES)
                            .publish(BackgroundLoad.lasting(each, LIVE_PER_SECOND), LIVE_PER_SECOND));
            Latency session = new AnswerDelay(http, dev.endpoints().server()).run(each);
            traffic.get();
            return session;
        } finally {
            background.shutdownNow();
        }
    }
}
