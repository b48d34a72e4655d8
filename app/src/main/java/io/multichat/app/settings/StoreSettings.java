package io.multichat.app.settings;

import io.multichat.app.settings.kind.ConnectorKind;
import io.multichat.app.settings.kind.DurationKind;
import io.multichat.app.settings.kind.OptionalKind;
import io.multichat.app.settings.kind.PathKind;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/**
 * The three stores that sinks fill and readers query. The application takes every setting of the sink connectors, under the
 * same name and by the connector's own rule; only those that say where a store is have a different default here.
 */
public final class StoreSettings {
    /** Key prefixes of the settings of each sink. */
    public static final String REDIS = "redis.";

    /** Whether the servers of Redis rewrite their append-only files after erasures. */
    public static final String REDIS_ERASE_REWRITE = "redis.erase.rewrite";

    public static final String SQLITE = "sqlite.";
    public static final String ARCHIVE = "archive.";

    static final ConfigDef REDIS_SINK = new RedisSinkConnector().config();
    private static final ConfigDef SQLITE_SINK = new SqliteSinkConnector().config();
    private static final ConfigDef ARCHIVE_SINK = new ArchiveSinkConnector().config();

    public static final Setting<Optional<String>> REDIS_URI = Setting.secret(
            "redis.uri",
            "",
            new OptionalKind<>(new ConnectorKind(REDIS_SINK.configKeys().get("redis.uri"))),
            REDIS_SINK.configKeys().get("redis.uri").documentation
                    + " When empty, `multichat dev` starts its own Redis and `multichat serve` reads from the other"
                    + " stores.");

    public static final Setting<Optional<Path>> SQLITE_FILE = Setting.of(
            "sqlite.file",
            "",
            new OptionalKind<>(new PathKind()),
            "The SQLite database file. When empty, `sessions.db` in the data directory.");

    public static final Setting<Optional<Path>> ARCHIVE_DIR = Setting.of(
            "archive.dir",
            "",
            new OptionalKind<>(new PathKind()),
            "The root folder of the archive. When empty, `archive` in the data directory.");

    static final List<Setting<?>> OF_REDIS = withPlace(REDIS_URI, REDIS_SINK, REDIS);
    static final List<Setting<?>> OF_SQLITE = withPlace(SQLITE_FILE, SQLITE_SINK, SQLITE);
    static final List<Setting<?>> OF_ARCHIVE = withPlace(ARCHIVE_DIR, ARCHIVE_SINK, ARCHIVE);

    /** How long SQLite may put off cleaning its file after an erasure. */
    static final Setting<?> SQLITE_ERASE_SETTLE = OF_SQLITE.stream()
            .filter(setting -> setting.key().equals("sqlite.erase.settle"))
            .findFirst()
            .orElseThrow();

    private StoreSettings() {}

    /** How long SQLite may put off cleaning its file after an erasure. */
    public static Duration eraseSettle(Settings settings) {
        return DurationKind.ANY.parse(settings.text(SQLITE_ERASE_SETTLE));
    }

    private static List<Setting<?>> withPlace(Setting<?> place, ConfigDef sink, String prefix) {
        List<Setting<?>> settings = new ArrayList<>(List.of(place));
        adopted(sink, prefix).stream()
                .filter(setting -> !setting.key().equals(place.key()))
                .forEach(settings::add);
        return List.copyOf(settings);
    }

    /** The settings of a connector whose keys begin with a prefix. */
    static List<Setting<?>> adopted(ConfigDef sink, String prefix) {
        List<Setting<?>> settings = new ArrayList<>();
        for (ConfigDef.ConfigKey key : sink.configKeys().values()) {
            if (key.name.startsWith(prefix)) {
                settings.add(new Setting<>(
                        key.name,
                        defaultText(key),
                        new ConnectorKind(key),
                        key.documentation,
                        key.type == ConfigDef.Type.PASSWORD));
            }
        }
        return settings;
    }

    private static String defaultText(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "";
        }
        Object value = key.defaultValue;
        return value instanceof Password password ? password.value() : Objects.toString(value);
    }
}
