package io.multichat.app.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * Detects writes to a store from outside: each write changes the store's mark. Never opens a database, because a second open
 * connection would save a killed writer's database from recovery.
 */
public record StoreMarks(SinkStores stores) {
    /** The stores that have marks. */
    public static final List<String> ALL = List.of("redis", "sqlite", "archive");

    /** The current mark of a store. */
    public String of(String store) {
        return switch (store) {
            case "redis" -> redis();
            case "sqlite" -> sqlite();
            default -> archive();
        };
    }

    /** The number of writes since the last dump. */
    private String redis() {
        try (Jedis redis = new Jedis(stores.redis())) {
            return redis.info("persistence")
                    .lines()
                    .filter(line -> line.startsWith("rdb_changes_since_last_save"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The size and time of the write-ahead log, which each transaction writes. */
    private String sqlite() {
        Path log = stores.sqlite().resolveSibling(stores.sqlite().getFileName() + "-wal");
        try {
            return Files.exists(log) ? Files.size(log) + " " + Files.getLastModifiedTime(log) : "none";
        } catch (IOException e) {
            return "none";
        }
    }

    /** The number of manifests, which grows with each commit. */
    private String archive() {
        Path manifests = stores.archive().resolve(".manifests");
        if (!Files.isDirectory(manifests)) {
            return "none";
        }
        try (Stream<Path> files = Files.walk(manifests)) {
            return Long.toString(files.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
