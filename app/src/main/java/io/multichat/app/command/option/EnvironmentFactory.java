package io.multichat.app.command.option;

import java.util.Map;
import picocli.CommandLine;

/** Creates commands and mixins, and passes the environment to the only mixin that reads it. */
public final class EnvironmentFactory implements CommandLine.IFactory {
    private final Map<String, String> environment;

    public EnvironmentFactory(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == SettingsOptions.class
                ? type.cast(new SettingsOptions(environment))
                : CommandLine.defaultFactory().create(type);
    }
}
