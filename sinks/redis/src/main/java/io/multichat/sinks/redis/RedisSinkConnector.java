package io.multichat.sinks.redis;

import io.multichat.sinks.core.SinkVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Keeps the newest state of live conversations in Redis. All tasks are alike: each writes what its partitions hold. */
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

    /** {@inheritDoc} Asks Redis too, when the settings themselves are right. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config result = super.validate(connectorConfigs);
        boolean valid = result.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
        if (valid) {
            result.configValues().stream()
                    .filter(value -> value.name().equals(RedisSettings.URI))
                    .forEach(value -> requireAnswer(RedisSettings.of(connectorConfigs), value));
        }
        return result;
    }

    @Override
    public void start(Map<String, String> props) {
        RedisSettings.of(props);
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RedisSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public void stop() {
        // Only tasks hold connections.
    }

    private static void requireAnswer(RedisSettings settings, ConfigValue uri) {
        try (UnifiedJedis redis = settings.endpoint().connect(1)) {
            redis.ping();
        } catch (JedisException e) {
            uri.addErrorMessage(Verdicts.of(settings.endpoint(), e).getMessage());
        }
    }
}
