package io.multichat.app.command;

import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.run.ServeOptions;
import io.multichat.app.run.ServeRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description =
                "Runs topology and server against a Kafka that is there already; the sinks run on a Connect cluster.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            required = true,
            description = "The Kafka to use; several with commas between them.")
    private String bootstrapServers;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port of the HTTP server; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Where the state is kept (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Override
    public Integer call() {
        DevCommand.requirePort("--port", port);
        return ServeRun.run(new ServeOptions(bootstrapServers, port, dataDir), options.settings());
    }
}
