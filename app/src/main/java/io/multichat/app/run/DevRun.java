package io.multichat.app.run;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.Generation;
import io.multichat.app.data.RunFile;
import io.multichat.app.demo.DemoTraffic;
import io.multichat.app.embedded.DiskSpace;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.connect.EmbeddedConnect;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.erase.RequestedErasures;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.app.watch.TopicWatch;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.server.http.QueryServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs everything in one process: broker, Redis, topology, Connect worker with the three sinks, and HTTP server. */
public final class DevRun {
    private static final Logger LOG = LoggerFactory.getLogger(DevRun.class);

    private final DevOptions options;
    private final Settings settings;
    private final ClosingStack parts = new ClosingStack();
    private final Readiness readiness = new Readiness();

    private DevRun(DevOptions options, Settings settings) {
        this.options = options;
        this.settings = settings.withDefault(TopicSettings.TOPICS_REPLICATION, "1")
                .withDefault(ServerSettings.HTTP_ACCESS_LOG, "false")
                .withDefault(SessionSettings.STANDBY_REPLICAS, "0")
                .withDefault(SessionSettings.GENERATION, String.valueOf(Generation.of(options.dataDir())));
    }

    /**
     * Runs until the process is stopped.
     *
     * @return the exit code
     * @throws io.multichat.app.embedded.EmbeddedStartException when a part cannot start; those that run are stopped first
     */
    public static int run(DevOptions options, Settings settings) {
        try (ShutdownSignal signal = ShutdownSignal.install()) {
            DevRun run = new DevRun(options, settings);
            try {
                return run.start(signal);
            } finally {
                run.parts.close();
            }
        }
    }

    private int start(ShutdownSignal signal) {
        long began = System.nanoTime();
        DataDirectory data = parts.add(DataDirectory.open(options.dataDir()));
        DataLayout layout = data.layout();
        int redisPort = FreePort.chosen(options.redisPort());
        Stores configured = Stores.of(settings, layout.root());
        boolean ownRedis = configured.redis().isEmpty();
        Stores stores = ownRedis ? configured.withOwnRedis(DevRedis.uri(layout.redis(), redisPort)) : configured;
        LateParts late = LateParts.create(parts, settings);
        QueryServer server = new QueryServerStart(late, readiness, stores, settings).start(parts, options.port());

        Optional<CompletableFuture<DevRedis>> redis =
                ownRedis ? Optional.of(startRedis(layout.redis(), redisPort)) : Optional.empty();
        EmbeddedBroker broker = parts.add(EmbeddedBroker.start(layout.kafka(), FreePort.chosen(options.kafkaPort())));
        KafkaAccess kafka = DeploymentSettings.embedded(broker.bootstrapServers(), settings);
        StreamsRunner streams = startTopology(kafka, layout.state(), late);
        late.connect(kafka);
        late.erasures().connect(new RequestedErasures.Place(kafka, stores.audited(), layout, server.uri()));
        redis.map(Background::result).ifPresent(readiness::watch);
        TopicWatch topics = watchTopics(kafka, layout, stores);
        startSinks(kafka, layout, stores);
        streams.meters().bindTo(late.metrics());
        topics.meters().bindTo(late.metrics());
        readiness.watchLasting(new DeletedFile(stores.sqlite())::problems);
        readiness.watchLasting(new FullDisk(new DiskSpace(layout.root()))::problems);
        readiness.complete(topics::incomplete);

        RunFile runFile = new RunFile(
                ProcessHandle.current().pid(),
                broker.bootstrapServers(),
                server.uri(),
                stores.redis().get(StoreSettings.REDIS_URI.key()),
                SinkGroups.USUAL.optional(),
                sharedSettings(stores));
        Supervision supervision = new Supervision(signal, readiness, streams.failure());
        if (!supervision.awaitReady()) {
            return 0;
        }
        runFile.write(data);
        parts.add(() -> RunFile.remove(data));
        options.demoRate().ifPresent(rate -> parts.add(DemoTraffic.start(kafka.publisher(), rate)));
        new Welcome(options, runFile, stores).print(System.out, began);
        supervision.awaitEnd();
        return 0;
    }

    private Map<String, String> sharedSettings(Stores stores) {
        Map<String, String> shared = new TreeMap<>(DeploymentSettings.shared(settings));
        shared.put(StoreSettings.ARCHIVE_DIR.key(), stores.archive().toString());
        shared.put(
                StoreSettings.REDIS_ERASE_REWRITE,
                stores.redis().getOrDefault(StoreSettings.REDIS_ERASE_REWRITE, "false"));
        return shared;
    }

    private CompletableFuture<DevRedis> startRedis(Path directory, int port) {
        CompletableFuture<DevRedis> redis = CompletableFuture.supplyAsync(() -> DevRedis.start(directory, port));
        parts.add(() -> Background.closeIfStarted(redis));
        return redis;
    }

    private StreamsRunner startTopology(KafkaAccess kafka, Path stateDir, LateParts late) {
        TopicsAtStart.ensure(kafka, settings);
        StreamsProperties properties = new StreamsProperties(kafka, settings, stateDir, Optional.of("multichat-dev"));
        StreamsRunner streams = parts.add(StreamsRunner.start(properties));
        late.state().set(streams);
        readiness.watch(streams);
        return streams;
    }

    /** Looks once before the sinks run, since a sink that has read on does not show what it could not read. */
    private TopicWatch watchTopics(KafkaAccess kafka, DataLayout layout, Stores stores) {
        TopicWatch topics = parts.add(TopicWatch.start(kafka, stores.durable(), layout.lackedRanges()));
        readiness.watchLasting(topics::problems);
        return topics;
    }

    private void startSinks(KafkaAccess kafka, DataLayout layout, Stores stores) {
        EmbeddedConnect connect = parts.add(
                EmbeddedConnect.start(kafka.bootstrapServers(), Installation.plugins(), layout.connectOffsets()));
        readiness.watch(connect);
        for (Map<String, String> sink : new SinkConnectors(stores, settings).configurations()) {
            try {
                connect.create(sink);
            } catch (EmbeddedStartException e) {
                // The other stores still work.
                LOG.error("{}", e.getMessage());
                readiness.watchLasting(() -> List.of(e.getMessage()));
            }
        }
    }
}
