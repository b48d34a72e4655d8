package io.multichat.app.run;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.events.Topics;
import io.multichat.jobs.topics.TopicSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The three sink connectors of {@code dev}.
 *
 * @param redis where the Redis sink writes
 * @param sqlite the file of the SQLite sink
 * @param archive the root of the archive sink
 * @param settings of this run
 */
public record Sinks(URI redis, Path sqlite, Path archive, Settings settings) {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    /** The settings of each connector, as in its properties file. */
    public List<Map<String, String>> connectors() {
        return List.of(
                connector(
                        "redis",
                        "RedisSinkConnector",
                        Map.of(
                                "redis.uri", redis.toString(),
                                "redis.ttl", text(settings.get(StoreSettings.REDIS_TTL)),
                                "redis.messages.max",
                                        settings.get(StoreSettings.REDIS_MESSAGES_MAX)
                                                .toString())),
                connector("sqlite", "SqliteSinkConnector", Map.of("sqlite.file", sqlite.toString())),
                connector(
                        "archive",
                        "ArchiveSinkConnector",
                        Map.of(
                                "archive.dir", archive.toString(),
                                "archive.commit.interval", text(settings.get(StoreSettings.ARCHIVE_COMMIT_INTERVAL)))));
    }

    /** The consumer groups of the connectors: how far each sink is. */
    static List<String> groups() {
        return List.of("connect-multichat-redis", "connect-multichat-sqlite", "connect-multichat-archive");
    }

    private static Map<String, String> connector(String store, String type, Map<String, String> own) {
        String name = "multichat-" + store;
        Map<String, String> config = new HashMap<>(own);
        config.put("name", name);
        config.put("connector.class", "io.multichat.sinks." + store + "." + type);
        config.put("tasks.max", "1");
        config.put("topics", Topics.TRANSCRIPT + "," + Topics.SESSIONS);
        config.put("key.converter", BYTES);
        config.put("value.converter", BYTES);
        config.put("header.converter", BYTES);
        config.put("consumer.override.isolation.level", "read_committed");
        config.put("errors.tolerance", "all");
        config.put("errors.deadletterqueue.topic.name", TopicSetup.SINK_DEAD_LETTERS);
        config.put("errors.deadletterqueue.topic.replication.factor", "1");
        config.put("errors.deadletterqueue.context.headers.enable", "true");
        // The one task is known by name, so that after a kill it has its partitions back without waiting for a
        // time-out.
        config.put("consumer.override.group.instance.id", name);
        return config;
    }

    private static String text(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
