package io.multichat.sinks.core.settings;

import io.multichat.sinks.core.SinkTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** Validates the settings of a sink connector and returns all problems at once. */
public final class ConnectorCheck {
    private ConnectorCheck() {}

    /**
     * The settings with all their problems. Checks the sink's own settings and the Connect settings that a sink depends on; if
     * the own settings are valid, also checks access to the store.
     *
     * @param definition the sink's own settings
     * @param location the setting that locates the store
     * @param accessProblem contacts the store; empty if the store can be written
     */
    public static Config run(
            ConfigDef definition,
            Map<String, String> settings,
            String location,
            Supplier<Optional<String>> accessProblem) {
        List<ConfigValue> own = definition.validate(settings);
        List<ConfigValue> all = new ArrayList<>(own);
        boolean valid = own.stream().allMatch(value -> value.errorMessages().isEmpty());
        if (valid) {
            own.stream()
                    .filter(value -> value.name().equals(location))
                    .forEach(value -> accessProblem.get().ifPresent(value::addErrorMessage));
        }
        all.addAll(WorkerSettings.problems(settings, topics(definition, settings, valid)));
        return new Config(all);
    }

    private static SinkTopics topics(ConfigDef definition, Map<String, String> settings, boolean valid) {
        return valid ? SinkTopics.of(new AbstractConfig(definition, settings, false)) : SinkTopics.defaults();
    }
}
