package io.multichat.benchmarks.dev;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.events.text.WholeNumbers;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.RedisClient;

/** The contents of the three stores of a running {@code dev}. Used by one thread. */
public final class DevStores implements AutoCloseable {
    private static final long REQUEST_INTERVAL = Duration.ofSeconds(1).toNanos();
    /**
     * Counts by the highest id, because ids have no gaps; counting a million rows repeatedly would be too expensive.
     */
    private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM messages";

    private static final String COUNT = "SELECT count(*) FROM messages";
    private static final String IN_SESSIONS =
            "SELECT coalesce(sum(messages), 0) FROM sessions WHERE state IN ('open', 'closed')";
    /** Counts at most 10,000 messages of each conversation, which is what Redis keeps by default. */
    private static final String KEPT =
            "SELECT coalesce(sum(min(n, 10000)), 0) FROM (SELECT count(*) AS n FROM messages GROUP BY conversation_id)";

    private static final String SUM = """
            local sum = 0
            for _, key in ipairs(redis.call('KEYS', 'mc:*:messages')) do
              sum = sum + redis.call('ZCARD', key)
            end
            return sum""";

    private final DataLayout layout;
    private final RedisClient redis;
    private final ArchiveReader archive;
    private long requestedAt = System.nanoTime() - REQUEST_INTERVAL;

    /** Opens them. */
    public DevStores(DataLayout layout, RunFile endpoints) {
        this.layout = layout;
        this.redis = RedisClient.create(endpoints.redis());
        this.archive = new ArchiveReader(layout.archive());
    }

    /** Whether SQLite has that many messages. */
    public boolean sqliteHas(long messages) {
        return number(NEWEST) >= messages && number(COUNT) == messages;
    }

    /** Whether every message in SQLite belongs to a session there. */
    public boolean sqliteHasSessionsOf(long messages) {
        return number(IN_SESSIONS) == messages;
    }

    /** Asks the archive to commit, at most once a second, and checks whether it has committed every message. */
    public boolean archiveHas(long messages) {
        try {
            if (System.nanoTime() - requestedAt > REQUEST_INTERVAL && Files.isDirectory(layout.archive())) {
                requestedAt = System.nanoTime();
                new ArchiveCommitRequest(layout.archive()).request();
            }
            long found = archive.segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE).stream()
                    .map(Segment::file)
                    .mapToLong(file -> file.records())
                    .sum();
            if (found > messages) {
                throw new BenchmarkException("the archive has " + found + " messages of " + messages);
            }
            return found == messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether Redis has the same messages of each conversation as SQLite, up to the number that Redis keeps. */
    public boolean redisHasAllOfSqlite() {
        return (Long) redis.eval(SUM, List.of(), List.of()) == number(KEPT);
    }

    /** The peak memory of the server, in bytes. */
    long redisPeak() {
        long pid = redis.info("server")
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .mapToLong(line -> WholeNumbers.parseLong(
                        line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
        return Resident.peak(pid);
    }

    @Override
    public void close() {
        redis.close();
    }

    private long number(String query) {
        if (!Files.exists(layout.sessions())) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + layout.sessions().toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
