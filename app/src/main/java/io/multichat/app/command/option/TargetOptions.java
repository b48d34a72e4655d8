package io.multichat.app.command.option;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.imports.SinkGroups;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Multichat a command is about: the one that runs on a data directory, or one whose addresses are given. */
public final class TargetOptions {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "The data directory of the Multichat that runs here (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "The Kafka to use, instead of the one of the data directory.")
    private String bootstrapServers;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The HTTP server to ask, instead of the one of the data directory.")
    private String server;

    public Path dataDir() {
        return dataDir;
    }

    /**
     * What runs on the data directory.
     *
     * @throws io.multichat.app.data.DevNotRunningException when nothing does
     */
    private RunFile running() {
        return RunFile.read(new DataLayout(dataDir));
    }

    /** The sinks: of an address that was given it is not known which ones there are. */
    public SinkGroups sinks() {
        boolean other = bootstrapServers != null || server != null;
        return other ? SinkGroups.USUAL : SinkGroups.of(running().sinkGroups());
    }

    public KafkaAccess kafka(Settings settings) {
        String servers = Optional.ofNullable(bootstrapServers)
                .or(() -> Optional.ofNullable(settings.kafka().get(BOOTSTRAP_SERVERS))
                        .map(String::valueOf))
                .orElseGet(() -> running().bootstrapServers());
        return DeploymentSettings.kafka(servers, settings);
    }

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
