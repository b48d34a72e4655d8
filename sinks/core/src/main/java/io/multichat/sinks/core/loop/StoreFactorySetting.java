package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.StoreFactory;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The setting that tells a {@link StoreSinkTask} which sink it belongs to: the class name of its {@link StoreFactory}. The
 * connector adds it to the settings of its tasks; users never see it.
 *
 * <p>A class name rather than a service loaded by name: a worker may have the same sink both on its class path and as an
 * isolated plugin. Connect resolves class names in the plugin first; a service loader would also return the class path's copy,
 * which is a different class to the plugin.
 */
public final class StoreFactorySetting {
    private static final String NAME = "store.factory";
    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    NAME,
                    ConfigDef.Type.CLASS,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.Importance.HIGH,
                    "Class that creates the store; set by the connector.");

    private StoreFactorySetting() {}

    /**
     * The settings of a connector's tasks, which are all the same.
     *
     * @param connector the connector's settings
     * @param tasks the number of tasks
     */
    public static List<Map<String, String>> addTo(
            Map<String, String> connector, Class<? extends StoreFactory> factory, int tasks) {
        Map<String, String> settings = new HashMap<>(connector);
        settings.put(NAME, factory.getName());
        return Collections.nCopies(tasks, Map.copyOf(settings));
    }

    /** Creates the store with the factory that the settings name. */
    static ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs) {
        return new AbstractConfig(DEFINITION, settings, false)
                .getConfiguredInstance(NAME, StoreFactory.class)
                .create(settings, clockMs);
    }
}
