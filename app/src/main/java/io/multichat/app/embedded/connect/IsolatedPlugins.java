package io.multichat.app.embedded.connect;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.connect.runtime.isolation.PluginClassLoader;
import org.apache.kafka.connect.runtime.isolation.PluginDesc;
import org.apache.kafka.connect.runtime.isolation.PluginScanResult;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Connect's plugins, with one rule more: a sink connector that is both on the class path and on the plugin path is
 * loaded from the plugin path, in a class loader of its own. Connect 4.3 takes the higher version, and of two equal
 * ones that of the class path; {@code dev} has the sinks' jars on its class path as well, for their readers, but must
 * run what a Connect cluster would run.
 */
final class IsolatedPlugins {
    /**
     * Connect goes by the highest version that it knows of; where a plugin reports its version, it is still the true
     * one.
     */
    private static final String ABOVE_ALL_VERSIONS = Integer.MAX_VALUE + ".";

    /**
     * Taken from the class path, so that this process has SQLite's library once. Its locks belong to the process: of two
     * copies neither sees the other's, and the one that closes the file first deletes the log that the other writes to.
     */
    private static final String OF_CLASS_PATH = "io.multichat.sinks.sqlite.SqliteSinkConnector";

    private IsolatedPlugins() {}

    static Plugins load(Map<String, String> workerSettings) {
        Plugins plugins = new Plugins(workerSettings);
        SortedSet<PluginDesc<SinkConnector>> preferred = new TreeSet<>();
        for (PluginDesc<SinkConnector> sink : plugins.sinkConnectors()) {
            if (sink.loader() instanceof PluginClassLoader && !sink.className().equals(OF_CLASS_PATH)) {
                preferred.add(new PluginDesc<>(
                        sink.pluginClass(), ABOVE_ALL_VERSIONS + sink.version(), sink.type(), sink.loader()));
            }
        }
        plugins.delegatingLoader().installDiscoveredPlugins(sinksOnly(preferred));
        return plugins;
    }

    private static PluginScanResult sinksOnly(SortedSet<PluginDesc<SinkConnector>> sinks) {
        return new PluginScanResult(
                sinks,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
    }
}
