package io.multichat.app.command;

import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.run.ServeOptions;
import io.multichat.app.run.ServeRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Run the topology and the HTTP server on an existing Kafka cluster."
                + " The sinks run on a separate Connect cluster.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Kafka brokers, comma-separated.")
    private String bootstrapServers;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private DataDirOption dataDir;

    @Override
    public Integer call() {
        DevCommand.requirePort("--port", port);
        return ServeRun.run(new ServeOptions(bootstrapServers, port, dataDir.path()), options.settings());
    }
}
