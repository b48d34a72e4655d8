package io.multichat.app.settings;

import io.multichat.app.settings.kind.DurationKind;
import io.multichat.app.settings.kind.NumberKind;
import io.multichat.app.settings.kind.OptionalPathKind;
import io.multichat.app.settings.kind.RedisUriKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The three stores that sinks fill and readers ask. */
public final class StoreSettings {
    public static final Setting<Optional<URI>> REDIS_URI = Setting.secret(
            "redis.uri",
            "",
            new RedisUriKind(),
            "The Redis for hot reads; empty: none. `multichat dev` starts one of its own when this is empty.");

    public static final Setting<Duration> REDIS_TTL = Setting.of(
            "redis.ttl",
            "24h",
            DurationKind.between("1s", "3650d"),
            "A conversation leaves Redis this long after its last change.");

    public static final Setting<Integer> REDIS_MESSAGES_MAX = Setting.of(
            "redis.messages.max",
            "10000",
            new NumberKind(1, 10_000_000),
            "The newest messages of a conversation that Redis keeps.");

    public static final Setting<Optional<Path>> SQLITE_FILE = Setting.of(
            "sqlite.file",
            "",
            new OptionalPathKind(),
            "The SQLite database; empty: `sessions.db` in the data directory.");

    public static final Setting<Optional<Path>> ARCHIVE_DIR = Setting.of(
            "archive.dir", "", new OptionalPathKind(), "The archive; empty: `archive` in the data directory.");

    public static final Setting<Duration> ARCHIVE_COMMIT_INTERVAL = Setting.of(
            "archive.commit.interval",
            "60s",
            DurationKind.between("1s", "1d"),
            "The archive is behind by at most about this much when nobody asks it to commit.");

    static final List<Setting<?>> ALL =
            List.of(REDIS_URI, REDIS_TTL, REDIS_MESSAGES_MAX, SQLITE_FILE, ARCHIVE_DIR, ARCHIVE_COMMIT_INTERVAL);

    private StoreSettings() {}
}
