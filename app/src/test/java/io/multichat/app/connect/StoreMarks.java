package io.multichat.app.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * Tells from outside that a store has been written to: its mark is another one then. Opens no database: who has it open while
 * its writer is killed saves it the recovery.
 */
public record StoreMarks(SinkStores stores) {
    /** The stores that have marks. */
    public static final List<String> ALL = List.of("redis", "sqlite", "archive");

    /** The mark of a store as it is now. */
    public String of(String store) {
        return switch (store) {
            case "redis" -> redis();
            case "sqlite" -> sqlite();
            default -> archive();
        };
    }

    /** Writes since the last dump. */
    private String redis() {
        try (Jedis redis = new Jedis(stores.redis())) {
            return redis.info("persistence")
                    .lines()
                    .filter(line -> line.startsWith("rdb_changes_since_last_save"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Each transaction writes to the log. */
    private String sqlite() {
        Path log = stores.sqlite().resolveSibling(stores.sqlite().getFileName() + "-wal");
        try {
            return Files.exists(log) ? Files.size(log) + " " + Files.getLastModifiedTime(log) : "none";
        } catch (IOException e) {
            return "none";
        }
    }

    /** Each commit makes a manifest. */
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
