package io.multichat.app.connect.contents;

import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the three stores and the dead-letter queue with the topics. Reads each store in its own query language. */
public final class StoreRows {
    private StoreRows() {}

    /** The contents of the stores and the reports of the connectors, under the names of {@link Published#expected()}. */
    public static Map<String, Rows> in(URI redis, Path sqlite, Path archive, KafkaAccess kafka)
            throws IOException, SQLException {
        Map<String, Rows> found = new TreeMap<>();
        found.put("redis", RedisContents.of(redis));
        found.put("sqlite", SqliteContents.of(sqlite));
        found.put("archive", ArchiveContents.of(archive));
        for (String store : List.of("redis", "sqlite", "archive")) {
            found.put(store + " dead letters", DeadLetters.of(kafka, "multichat-" + store));
        }
        return found;
    }

    /** All differences; empty when each store holds exactly what the topics say. */
    public static List<String> differences(Map<String, Rows> expected, Map<String, Rows> found) {
        return expected.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().differencesTo(found.get(entry.getKey())).stream()
                        .map(difference -> entry.getKey() + ": " + difference))
                .toList();
    }
}
