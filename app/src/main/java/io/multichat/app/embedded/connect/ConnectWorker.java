package io.multichat.app.embedded.connect;

import java.util.Map;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;

/** Assembles a standalone worker as Connect's own command does, without the HTTP server. */
final class ConnectWorker {
    private static final String ID = "multichat-dev";

    private ConnectWorker() {}

    /**
     * Starts the worker. The thread's context class loader must be that of the plugins, since settings may name plugins.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if the broker does not answer
     */
    static StandaloneHerder start(Plugins plugins, Map<String, String> settings) {
        StandaloneConfig config = new StandaloneConfig(settings);
        // Lets a connector set its consumer's group.instance.id.
        ConnectorClientConfigOverridePolicy overridePolicy = new AllConnectorClientConfigOverridePolicy();
        FileOffsetBackingStore offsets = new FileOffsetBackingStore(plugins.newInternalConverter(
                true, JsonConverter.class.getName(), Map.of(JsonConverterConfig.SCHEMAS_ENABLE_CONFIG, "false")));
        offsets.configure(config);
        Worker worker = new Worker(ID, Time.SYSTEM, plugins, config, offsets, overridePolicy);
        StandaloneHerder herder = new StandaloneHerder(worker, config.kafkaClusterId(), overridePolicy);
        herder.start();
        herder.ready();
        return herder;
    }
}
