package io.multichat.benchmarks.sink.raw;

import io.multichat.events.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The speed of sqlite-jdbc: the rows of the sink, inserted by prepared statements in batches, each batch in a
 * transaction. It knows that every message is new, and assigns ids to conversations itself.
 */
public final class RawSqlite implements Contender {
    public static final String METHOD = """
            Raw sqlite-jdbc: prepared inserts into the sink's own schema, with the same pragmas, in transactions as large as \
            the sink's (20,000 records, 16 MiB or 250 ms); it knows that every message is new.""";

    /** The pragmas of the sink's connection. */
    private static final Map<String, String> PRAGMAS =
            Map.of("synchronous", "NORMAL", "foreign_keys", "true", "cache_size", "-32768");

    private static final List<String> SETTINGS =
            List.of("PRAGMA wal_autocheckpoint = 16000", "PRAGMA journal_size_limit = 67108864");
    // The limits at which the sink commits.
    private static final long MOST_RECORDS = 20_000;
    private static final long MOST_BYTES = 16 << 20;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Connection connection;
    private final SqliteRows rows;
    private final Map<String, Long> conversations = new LinkedHashMap<>();
    private final long[] nextOffsets = new long[2];
    private long records;
    private long bytes;
    private long began;

    private RawSqlite(Connection connection, SqliteRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** @param url of a file with the schema and nothing else */
    public static RawSqlite open(String url, boolean search) {
        Properties pragmas = new Properties();
        pragmas.putAll(PRAGMAS);
        try {
            Connection connection = DriverManager.getConnection(url, pragmas);
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
            }
            connection.setAutoCommit(false);
            return new RawSqlite(connection, new SqliteRows(connection, search));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Runnable prepared(List<SinkRecord> batch) {
        Decoded decoded = Decoded.of(batch);
        List<String> added = new ArrayList<>();
        for (var message : decoded.messages()) {
            String key = message.event().conversation().key();
            if (conversations.putIfAbsent(key, conversations.size() + 1L) == null) {
                added.add(key);
            }
        }
        long[] ofMessages = decoded.messages().stream()
                .mapToLong(message ->
                        conversations.get(message.event().conversation().key()))
                .toArray();
        long[] ofSnapshots = decoded.snapshots().stream()
                .mapToLong(snapshot ->
                        conversations.get(snapshot.snapshot().conversation().key()))
                .toArray();
        return () -> {
            try {
                write(decoded, added, ofMessages, ofSnapshots);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void write(Decoded decoded, List<String> added, long[] ofMessages, long[] ofSnapshots) throws SQLException {
        if (records == 0) {
            began = System.nanoTime();
        }
        for (String key : added) {
            rows.conversation(conversations.get(key), key);
        }
        for (int i = 0; i < ofMessages.length; i++) {
            rows.message(ofMessages[i], decoded.messages().get(i));
        }
        for (int i = 0; i < ofSnapshots.length; i++) {
            rows.session(ofSnapshots[i], decoded.snapshots().get(i).snapshot());
        }
        rows.offset(Topics.TRANSCRIPT, nextOffsets[0] += ofMessages.length);
        rows.offset(Topics.SESSIONS, nextOffsets[1] += ofSnapshots.length);
        rows.execute();
        records += ofMessages.length + ofSnapshots.length;
        bytes += decoded.bytes();
        if (records >= MOST_RECORDS || bytes >= MOST_BYTES || System.nanoTime() - began >= MOST_NANOS) {
            commit();
        }
    }

    private void commit() throws SQLException {
        connection.commit();
        records = 0;
        bytes = 0;
    }

    @Override
    public void finish() {
        try {
            commit();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
