package io.multichat.app.command.option;

import io.multichat.app.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command takes: settings, {@code --verbose} and {@code --help}. */
public final class SettingsOptions {
    private static final String CONFIG = "MULTICHAT_CONFIG";

    private final Map<String, String> environment;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a setting, for example --set session.gap=10m. May be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--config", paramLabel = "FILE", description = "A file of settings (Java properties, UTF-8).")
    private Path config;

    @Option(
            names = {"-v", "--verbose"},
            description = "Prints logs, and stack traces of problems.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    private boolean help;

    SettingsOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws io.multichat.app.settings.SettingsException with all problems at once */
    public Settings settings() {
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(environment.get(CONFIG))
                        .filter(path -> !path.isBlank())
                        .map(Path::of));
        return Settings.load(file, environment, assignments);
    }
}
