package io.multichat.app.command.rebuild;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.rebuild.DataRebuild;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.rebuild.RebuildReport;
import io.multichat.jobs.rebuild.RebuildRun;
import io.multichat.jobs.wait.SinkGroups;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Begins a new generation of a data directory or of a deployment on a Kafka cluster. */
@Command(
        name = "rebuild",
        description = {
            "Build sessions and stores again from the archive and the topics, as a new generation: after an upgrade that refuses the"
                    + " old state, or to apply other rules to old chat.",
            "For a data directory, stop its dev first; its stores are moved into a folder of it and its topics are emptied. The next dev"
                    + " builds the new ones.",
            "For a Kafka cluster, stop every serve and connector first; then remove the state of every serve (the folder state in its data"
                    + " directory), give the connectors an empty archive folder, SQLite file and Redis, and serve the generation that is"
                    + " printed.",
            "An interrupted rebuild continues when the command is repeated."
        })
public final class RebuildCommand implements Callable<Integer> {
    /** A little more than the longest session timeout of Kafka's consumers by default. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private SettingsOptions options;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers of a cluster, comma-separated, instead of a data directory.")
    private String bootstrapServers;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Archive folder of the cluster's deployment (default: the setting archive.dir).")
    private Path archive;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description =
                    "Folder of this rebuild alone, for a copy of all events and for continuing after an interruption. Needed for a cluster.")
    private Path scratch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        RebuildReport report = bootstrapServers == null ? ofDirectory(settings) : ofCluster(settings);
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return CommandLine.ExitCode.OK;
    }

    private RebuildReport ofDirectory(Settings settings) {
        boolean elsewhere = Stream.of(
                        settings.get(StoreSettings.ARCHIVE_DIR),
                        settings.get(StoreSettings.SQLITE_FILE),
                        settings.get(StoreSettings.REDIS_URI))
                .anyMatch(Optional::isPresent);
        if (elsewhere || archive != null || scratch != null) {
            throw new UsageException(
                    "rebuild of a data directory uses the stores in it: leave out archive.dir, sqlite.file, redis.uri,"
                            + " --archive and --scratch");
        }
        return DataRebuild.run(dataDir, settings);
    }

    private RebuildReport ofCluster(Settings settings) {
        if (scratch == null) {
            throw new UsageException("rebuild of a cluster needs a folder for its files: name one with --scratch");
        }
        Path old = Optional.ofNullable(archive)
                .or(() -> settings.get(StoreSettings.ARCHIVE_DIR))
                .orElseThrow(() -> new UsageException(
                        "rebuild of a cluster needs its archive: name it with --archive or archive.dir"));
        KafkaAccess kafka = DeploymentSettings.kafka(bootstrapServers, settings);
        List<String> sinks = SinkGroups.USUAL.optional();
        return new RebuildRun(kafka, DeploymentSettings.topics(kafka, settings), sinks, scratch, Optional.of(PATIENCE))
                .run(new ArchiveAccess(old), settings.get(SessionSettings.GENERATION) + 1, generation -> {});
    }

    private void print(RebuildReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("generation " + report.generation() + " begins: published " + report.archived()
                + " events of the archive, " + report.transcript() + " more of chat-transcript, and " + report.input()
                + " records of the input topics, which are mostly the same events");
        if (report.refused() > 0) {
            out.println(report.refused() + " of them are larger than event.max.bytes and were left out");
        }
        if (bootstrapServers == null) {
            out.println(
                    "start `multichat dev`: it builds the sessions and stores. When `multichat verify` finds no differences, remove "
                            + DataRebuild.before(dataDir, report.generation()));
        } else {
            out.println(
                    "remove the folder state in the data directory of every serve, give the connectors an empty archive folder, SQLite file"
                            + " and Redis, and start serve with generation="
                            + report.generation());
        }
    }
}
