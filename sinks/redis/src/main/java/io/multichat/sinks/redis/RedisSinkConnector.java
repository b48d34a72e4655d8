package io.multichat.sinks.redis;

import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.loop.StoreFactorySetting;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.settings.ConnectorCheck;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisCheck;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.AlteredOffsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Keeps the newest state of live conversations in Redis. All tasks have the same settings; each writes its own partitions. */
public final class RedisSinkConnector extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public ConfigDef config() {
        return RedisSettings.define();
    }

    @Override
    public Config validate(Map<String, String> settings) {
        return ConnectorCheck.run(config(), settings, EndpointConfig.URI, () -> RedisCheck.problem(settings));
    }

    @Override
    public void start(Map<String, String> props) {
        RedisSettings.of(props);
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return StoreSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return StoreFactorySetting.addTo(properties, RedisStoreFactory.class, maxTasks);
    }

    /** {@inheritDoc} Sets the positions in Redis, because tasks start there and ignore the offsets of Connect. */
    @Override
    public boolean alterOffsets(Map<String, String> config, Map<TopicPartition, Long> offsets) {
        AlteredOffsets.apply(RedisSettings.of(config), offsets);
        return true;
    }

    @Override
    public void stop() {
        // Only tasks hold connections.
    }
}
