package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.RawArchive;
import io.multichat.benchmarks.sink.raw.RawRedis;
import io.multichat.benchmarks.sink.raw.RawSqlite;
import java.nio.file.Path;
import java.util.function.Function;

/** A sink with its target: a multiple of the speed of the raw writer. */
public enum MeasuredSink {
    SQLITE("SQLite", 0.8, RawSqlite.METHOD, folder -> new BenchmarkedSqlite(folder.resolve("sessions.db"), true)),
    SQLITE_UNSEARCHED(
            "SQLite without search",
            0.8,
            RawSqlite.METHOD,
            folder -> new BenchmarkedSqlite(folder.resolve("sessions.db"), false)),
    REDIS("Redis", 0.7, RawRedis.METHOD, BenchmarkedRedis::new),
    ARCHIVE("Archive", 0.7, RawArchive.METHOD, folder -> new BenchmarkedArchive(folder.resolve("archive")));

    private final String title;
    private final double bound;
    private final String method;
    private final transient Function<Path, BenchmarkedStore> open;

    MeasuredSink(String title, double bound, String method, Function<Path, BenchmarkedStore> open) {
        this.title = title;
        this.bound = bound;
        this.method = method;
        this.open = open;
    }

    public String title() {
        return title;
    }

    /** What the raw writer does, in one sentence. */
    public String method() {
        return method;
    }

    /** True if the store is divided into days. */
    boolean isDated() {
        return this == ARCHIVE;
    }

    double bound() {
        return bound;
    }

    /** @param folder for this store alone */
    BenchmarkedStore open(Path folder) {
        return open.apply(folder);
    }
}
