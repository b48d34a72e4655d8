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
 * Connect's plugins with one more rule: a sink connector that is on both the class path and the plugin path is loaded from
 * the plugin path, in its own class loader. Connect 4.3 takes the higher version, and the one on the class path if they are
 * equal. The sinks' jars are also on the class path of {@code dev}, for their readers, but {@code dev} must run the same
 * plugins as a Connect cluster.
 */
final class IsolatedPlugins {
    /** Connect chooses the highest version. Plugins still report their true version. */
    private static final String ABOVE_ALL_VERSIONS = Integer.MAX_VALUE + ".";

    /**
     * The connector that stays on the class path, so that this process loads SQLite's library once. SQLite's locks belong to
     * the process: two copies of the library do not see each other's locks, and the first to close the file deletes the log
     * that the other writes to.
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
