package io.multichat.app.run;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.topics.TopicSetup;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.ConnectOverrides;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * The configurations of the three sink connectors that {@code dev} runs.
 *
 * @param stores where they write; must include a Redis
 * @param settings the settings of this run
 */
public record SinkConnectors(Stores stores, Settings settings) {
    /** One configuration for each connector, as a Connect worker takes it. May hold secrets. */
    public List<Map<String, String>> configurations() {
        return List.of(
                configuration("redis", RedisSinkConnector.class, redis()),
                configuration("sqlite", SqliteSinkConnector.class, sqlite()),
                configuration("archive", ArchiveSinkConnector.class, archive()));
    }

    private Map<String, String> redis() {
        Map<String, String> own = settings.given(StoreSettings.REDIS);
        own.putAll(stores.redis());
        return own;
    }

    private Map<String, String> sqlite() {
        Map<String, String> own = settings.given(StoreSettings.SQLITE);
        own.put(StoreSettings.SQLITE_FILE.key(), stores.sqlite().toString());
        return own;
    }

    private Map<String, String> archive() {
        Map<String, String> own = settings.given(StoreSettings.ARCHIVE);
        own.put(StoreSettings.ARCHIVE_DIR.key(), stores.archive().toString());
        return own;
    }

    private static Map<String, String> configuration(
            String store, Class<? extends SinkConnector> type, Map<String, String> own) {
        String name = SinkGroups.connector(store);
        Map<String, String> configuration =
                new HashMap<>(ConnectOverrides.of(SinkTopics.defaults(), TopicSetup.SINK_DEAD_LETTERS));
        configuration.putAll(own);
        configuration.put("name", name);
        configuration.put("connector.class", type.getName());
        configuration.put("tasks.max", "1");
        configuration.put("errors.deadletterqueue.topic.replication.factor", "1");
        // A static member gets its partitions back at once after a kill, without waiting for the session timeout.
        configuration.put("consumer.override.group.instance.id", name);
        return configuration;
    }
}
