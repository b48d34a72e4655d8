package io.multichat.app.rebuild;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.Generation;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.files.DurableNames;
import io.multichat.jobs.rebuild.RebuildReport;
import io.multichat.jobs.rebuild.RebuildRun;
import io.multichat.jobs.wait.SinkGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Begins a new generation in a data directory whose {@code dev} is stopped. Kafka's files stay, because the input topics are in them;
 * the stores and the state are moved into a folder beside them.
 */
public final class DataRebuild {
    private static final Predicate<String> MOVED = Pattern.compile(
                    "state|redis|archive|sessions\\.db.*|connect\\.offsets|lacked-records\\.txt|transcript-topic-id\\.txt")
            .asMatchPredicate();

    private final DataLayout layout;
    private final Settings settings;

    private DataRebuild(DataLayout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings.withDefault(TopicSettings.TOPICS_REPLICATION, "1");
    }

    /**
     * Runs the rebuild, or what is left of an interrupted one.
     *
     * @throws io.multichat.app.embedded.EmbeddedStartException when the directory is in use or cannot be used
     * @throws io.multichat.jobs.rebuild.RebuildException when a step fails
     */
    public static RebuildReport run(Path dataDir, Settings settings) {
        try (DataDirectory data = DataDirectory.openForRebuild(dataDir)) {
            return new DataRebuild(data.layout(), settings).run();
        }
    }

    private RebuildReport run() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(layout.kafka(), FreePort.chosen(0))) {
            KafkaAccess kafka = DeploymentSettings.embedded(broker.bootstrapServers(), settings);
            RebuildRun rebuild = new RebuildRun(
                    kafka,
                    DeploymentSettings.topics(kafka, settings),
                    SinkGroups.USUAL.optional(),
                    Generation.rebuildFolder(layout.root()),
                    Optional.empty());
            return rebuild.run(new ArchiveAccess(layout.archive()), Generation.of(layout.root()) + 1, this::moveStores);
        }
    }

    private void moveStores(int generation) throws IOException {
        DevRedis.endOrphan(layout.redis());
        Path target = Files.createDirectories(before(layout.root(), generation));
        List<Path> moved;
        try (Stream<Path> entries = Files.list(layout.root())) {
            moved = entries.filter(entry -> MOVED.test(entry.getFileName().toString()))
                    .toList();
        }
        for (Path entry : moved) {
            Files.move(entry, target.resolve(entry.getFileName()));
        }
        Generation.begin(layout.root(), generation);
        // The rebuild notes this step as complete, which a power failure must not make untrue.
        DurableNames.sync(target);
        DurableNames.sync(layout.root());
    }

    /** Where the stores of the generations before this one are. */
    public static Path before(Path dataDir, int generation) {
        return dataDir.resolve("before-generation-" + generation);
    }
}
