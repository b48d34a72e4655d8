package io.multichat.app.command.option;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.ImportJournalFile;
import io.multichat.app.data.RunFile;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.jobs.wait.WaitFor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The Multichat instance that a command talks to: the one that runs on a data directory, or the one at the given addresses.
 */
public final class TargetOptions {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, comma-separated (default: the broker that uses the data directory).")
    private String bootstrapServers;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "HTTP server to query (default: the one that uses the data directory).")
    private String server;

    /** The paths in the data directory. */
    public DataLayout layout() {
        return new DataLayout(dataDir.path().toAbsolutePath().normalize());
    }

    /**
     * The Multichat instance that uses the data directory.
     *
     * @throws io.multichat.app.data.DevNotRunningException when no instance runs on it
     */
    private RunFile running() {
        return RunFile.read(layout());
    }

    /**
     * What an import or an erasure waits for. With explicit addresses it is unknown which sinks are installed, so the default names are assumed.
     *
     * @param stallTimeout how long nothing may happen
     */
    public WaitFor waitFor(Settings settings, Duration stallTimeout) {
        boolean other = bootstrapServers != null || server != null;
        SinkGroups sinks = other ? SinkGroups.USUAL : SinkGroups.of(running().sinkGroups());
        return new WaitFor(server(settings), sinks, dataDir.archive(settings), stallTimeout);
    }

    /** The Kafka cluster: {@code --bootstrap-servers}, the setting {@code kafka.bootstrap.servers}, or the data directory's. */
    public KafkaAccess kafka(Settings settings) {
        String servers = givenServers(settings).orElseGet(() -> running().bootstrapServers());
        return DeploymentSettings.kafka(servers, joining(settings));
    }

    /**
     * The settings of a command. Those that describe the deployment come from the {@code dev} on the data directory, unless
     * another Kafka cluster is named.
     *
     * @throws io.multichat.app.settings.SettingsException when a given setting contradicts those of that {@code dev}
     */
    public Settings joining(Settings settings) {
        return givenServers(settings).isPresent()
                ? settings
                : DeploymentSettings.joining(settings, running().settings());
    }

    /**
     * The stores of this instance.
     *
     * @param offline true if neither Kafka nor Redis is to be read
     */
    public AuditedStores stores(Settings settings, boolean offline) {
        Optional<KafkaAccess> kafka = offline ? Optional.empty() : Optional.of(kafka(settings));
        return new AuditedStores(
                kafka,
                dataDir.archive(settings),
                dataDir.sqlite(settings),
                offline ? Map.of() : dataDir.redis(settings));
    }

    /** Where an import into the data directory keeps its journal; empty if another Kafka cluster is named. */
    public Optional<Path> journal(Settings settings, List<String> files) {
        return givenServers(settings).isPresent()
                ? Optional.empty()
                : Optional.of(ImportJournalFile.in(dataDir.path(), files));
    }

    private Optional<String> givenServers(Settings settings) {
        return Optional.ofNullable(bootstrapServers)
                .or(() -> Optional.ofNullable(settings.kafka().get(BOOTSTRAP_SERVERS))
                        .map(String::valueOf));
    }

    /** The HTTP server: {@code --server}, or the data directory's. */
    public ServerClient server(Settings settings) {
        return new ServerClient(serverAddress(), settings.get(ServerSettings.HTTP_API_KEY));
    }

    /**
     * The address of that HTTP server.
     *
     * @throws io.multichat.app.data.DevNotRunningException when none is named and no instance runs on the data directory
     */
    public URI serverAddress() {
        return Optional.ofNullable(server)
                .map(ServerAddress::parse)
                .orElseGet(() -> running().server());
    }
}
