package io.multichat.jobs.export.source;

import io.multichat.events.SessionSnapshot;
import io.multichat.jobs.client.OneLine;
import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.read.SqliteContents;
import io.multichat.sinks.sqlite.read.SqlitePositions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The SQLite database of a store. Needs no running process, and holds all that the archive holds. */
public final class SqliteSource implements ExportSource {
    private final Path file;
    private final SqliteContents contents;

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteSource(Path file) {
        this.file = file;
        this.contents = new SqliteContents(file);
    }

    /** False if there is no database. */
    public boolean exists() {
        return contents.exist();
    }

    @Override
    public String name() {
        return "sqlite " + file;
    }

    @Override
    public Map<String, Long> positions() throws IOException {
        Map<String, Long> positions = new TreeMap<>();
        read(() ->
                SqlitePositions.read(file).forEach((partition, offset) -> positions.put(partition.toString(), offset)));
        return positions;
    }

    @Override
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) throws IOException {
        read(() -> contents.forEachSnapshot(consumer));
    }

    @Override
    public void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) throws IOException {
        read(() -> contents.forEachEvent(
                fromMs,
                untilMs,
                (conversation, placement, value) ->
                        consumer.accept(new SourceEvent(conversation, placement, OneLine.of(value)))));
    }

    /** Nothing: a database that cannot be read as a whole fails the export. */
    @Override
    public List<String> unreadable() {
        return List.of();
    }

    private static void read(Runnable reading) throws IOException {
        try {
            reading.run();
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
