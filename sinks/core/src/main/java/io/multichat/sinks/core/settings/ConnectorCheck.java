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

/** How a sink connector validates its settings: everything that is wrong, at once. */
public final class ConnectorCheck {
    private ConnectorCheck() {}

    /**
     * The settings with all their problems: the sink's own, those of Connect's that a sink depends on, and, when its own are right,
     * what stands between them and the store.
     *
     * @param definition the sink's own settings
     * @param place the setting that names the store
     * @param obstacle asks the store; empty when it can be written
     */
    public static Config run(
            ConfigDef definition, Map<String, String> settings, String place, Supplier<Optional<String>> obstacle) {
        List<ConfigValue> own = definition.validate(settings);
        List<ConfigValue> all = new ArrayList<>(own);
        boolean right = own.stream().allMatch(value -> value.errorMessages().isEmpty());
        if (right) {
            own.stream()
                    .filter(value -> value.name().equals(place))
                    .forEach(value -> obstacle.get().ifPresent(value::addErrorMessage));
        }
        all.addAll(WorkerSettings.problems(settings, topics(definition, settings, right)));
        return new Config(all);
    }

    private static SinkTopics topics(ConfigDef definition, Map<String, String> settings, boolean right) {
        return right ? SinkTopics.of(new AbstractConfig(definition, settings, false)) : SinkTopics.defaults();
    }
}
