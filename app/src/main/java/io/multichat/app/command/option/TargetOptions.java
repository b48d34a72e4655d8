package io.multichat.app.command.option;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.wait.SinkGroups;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** The folder of the archive that belongs to the data directory. */
    public Path archive(Settings settings) {
        return dataDir.archive(settings);
    }

    /** The paths within the data directory. */
    public DataLayout layout() {
        return new DataLayout(dataDir.path());
    }

    /**
     * The Multichat instance that uses the data directory.
     *
     * @throws io.multichat.app.data.DevNotRunningException when no instance runs on it
     */
    private RunFile running() {
        return RunFile.read(layout());
    }

    /** The sinks. With explicit addresses it is unknown which are installed, so the default names are assumed. */
    public SinkGroups sinks() {
        boolean other = bootstrapServers != null || server != null;
        return other ? SinkGroups.USUAL : SinkGroups.of(running().sinkGroups());
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
        Path sqlite = settings.get(StoreSettings.SQLITE_FILE).orElseGet(layout()::sessions);
        Optional<KafkaAccess> kafka = offline ? Optional.empty() : Optional.of(kafka(settings));
        Map<String, String> redis = new TreeMap<>();
        if (!offline) {
            redis.putAll(settings.given(StoreSettings.REDIS));
            settings.get(StoreSettings.REDIS_URI)
                    .or(() -> RunFile.find(layout()).map(RunFile::redis))
                    .ifPresent(uri -> redis.put(StoreSettings.REDIS_URI.key(), uri));
        }
        boolean hasRedis = redis.containsKey(StoreSettings.REDIS_URI.key());
        return new AuditedStores(kafka, dataDir.archive(settings), sqlite, hasRedis ? redis : Map.of());
    }

    private Optional<String> givenServers(Settings settings) {
        return Optional.ofNullable(bootstrapServers)
                .or(() -> Optional.ofNullable(settings.kafka().get(BOOTSTRAP_SERVERS))
                        .map(String::valueOf));
    }

    /** The HTTP server: {@code --server}, or the data directory's. */
    public ServerClient server(Settings settings) {
        URI address = Optional.ofNullable(server)
                .map(TargetOptions::uri)
                .orElseGet(() -> running().server());
        return new ServerClient(address, settings.get(ServerSettings.HTTP_API_KEY));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server is \"" + text + "\"; it must be a URL such as http://127.0.0.1:8080", e);
        }
        throw new UsageException("--server is \"" + text + "\"; it must be a URL such as http://127.0.0.1:8080");
    }
}
