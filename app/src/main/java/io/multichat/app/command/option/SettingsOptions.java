package io.multichat.app.command.option;

import io.multichat.app.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Settings from the command line, a file and the environment, and the {@link CommonOptions}. */
public final class SettingsOptions {
    private static final String CONFIG = "MULTICHAT_CONFIG";

    private final Map<String, String> environment;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Setting that overrides file and environment, such as session.gap=10m; repeatable.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file: Java properties, UTF-8 (default: the variable MULTICHAT_CONFIG, if set).")
    private Path config;

    @Mixin
    private CommonOptions common;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    SettingsOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws io.multichat.app.settings.SettingsException with all problems at once */
    public Settings settings() {
        Settings.visibleSecrets(assignments)
                .forEach(warning -> command.commandLine().getErr().println("multichat: " + warning));
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(environment.get(CONFIG))
                        .filter(path -> !path.isBlank())
                        .map(Path::of));
        return Settings.load(file, environment, assignments);
    }
}
