package io.multichat.app.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The three stores that the connectors write to.
 *
 * @param redis the address of Redis
 * @param sqlite the database file
 * @param archive the root of the archive
 */
public record SinkStores(URI redis, Path sqlite, Path archive) {
    /** The names of the connectors. */
    public static final List<String> CONNECTORS = List.of("multichat-redis", "multichat-sqlite", "multichat-archive");

    /** The shipped settings of the connectors, changed to use these stores, with ample limits and short waits. */
    public List<Map<String, String>> connectors() {
        return List.of(
                connector(
                        "redis",
                        Map.of(
                                "redis.uri",
                                redis.toString(),
                                "redis.password",
                                "",
                                "redis.messages.max",
                                "10000000",
                                "redis.messages.max.bytes",
                                "64GiB")),
                connector("sqlite", Map.of("sqlite.file", sqlite.toString(), "sqlite.erase.settle", "3s")),
                connector("archive", Map.of("archive.dir", archive.toString(), "archive.commit.interval", "2s")));
    }

    /** The shipped settings of one connector, with some of them replaced. */
    static Map<String, String> connector(String store, Map<String, String> own) {
        Map<String, String> settings = new TreeMap<>();
        KafkaInstallation.shipped(store + ".properties")
                .forEach((name, value) -> settings.put(name.toString(), value.toString()));
        settings.putAll(own);
        return settings;
    }
}
