package io.multichat.benchmarks.sink;

import java.nio.file.Path;
import java.util.function.Function;

/** A sink with its target: so many times the speed of the raw writer. */
public enum MeasuredSink {
    REDIS("Redis", 0.7, RedisStore::new),
    SQLITE("SQLite", 0.8, folder -> new SqliteStore(folder.resolve("sessions.db"), true)),
    SQLITE_UNSEARCHED("SQLite without search", 0.8, folder -> new SqliteStore(folder.resolve("sessions.db"), false)),
    ARCHIVE("Archive", 0.7, folder -> new ArchiveStore(folder.resolve("archive")));

    private final String title;
    private final double bound;
    private final transient Function<Path, Store> open;

    MeasuredSink(String title, double bound, Function<Path, Store> open) {
        this.title = title;
        this.bound = bound;
        this.open = open;
    }

    public String title() {
        return title;
    }

    double bound() {
        return bound;
    }

    /** @param folder for this store alone */
    Store open(Path folder) {
        return open.apply(folder);
    }
}
