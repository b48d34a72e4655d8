package io.multichat.sinks.sqlite.settings;

import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.settings.DurationSetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the SQLite sink.
 *
 * @param connector the connector's name, under which its offsets are kept in the file
 * @param file the database; a relative path is relative to the worker's working directory
 * @param layout how the store is divided into files
 * @param busyTimeout how long to wait while another process writes to the file
 * @param search true to keep a full-text index
 * @param eraseSettle how long erasures are collected before the file is cleaned of what they leave behind
 * @param topics the topics to read
 */
public record SqliteSettings(
        String connector,
        Path file,
        Layout layout,
        Duration busyTimeout,
        boolean search,
        Duration eraseSettle,
        SinkTopics topics) {
    /** The setting that names the database file. */
    public static final String FILE = "sqlite.file";

    static final String LAYOUT = "sqlite.layout";
    private static final String BUSY_TIMEOUT = "sqlite.busy.timeout";
    private static final String SEARCH = "sqlite.search";
    private static final String ERASE_SETTLE = "sqlite.erase.settle";
    private static final String NAME = "name";

    // The task's thread blocks that long; Connect gives up a task that blocks for max.poll.interval.ms (5 min).
    private static final DurationSetting WAIT = new DurationSetting(Duration.ZERO, Duration.ofMinutes(2));

    private static final DurationSetting SETTLE = new DurationSetting(Duration.ZERO, Duration.ofDays(1));

    /** The definitions of all settings. */
    public static ConfigDef define() {
        ConfigDef settings = new ConfigDef()
                .define(
                        FILE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(SqliteSettings::requirePath, () -> "a file path"),
                        ConfigDef.Importance.HIGH,
                        "Database file, created if missing. Its folder must exist, on a local disk.")
                .define(
                        LAYOUT,
                        ConfigDef.Type.STRING,
                        Layout.SINGLE.text(),
                        ConfigDef.ValidString.in(Layout.SINGLE.text(), Layout.PER_PARTITION.text()),
                        ConfigDef.Importance.MEDIUM,
                        "Layout of the files. single: one file and one task. per-partition: one file for each Kafka partition,"
                                + " such as sessions-p0.db, and up to tasks.max tasks, all with access to the same disk.")
                .define(
                        BUSY_TIMEOUT,
                        ConfigDef.Type.STRING,
                        "10s",
                        WAIT,
                        ConfigDef.Importance.LOW,
                        "Maximum wait while another process writes to the file. After that, the task retries the batch.")
                .define(
                        SEARCH,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        ConfigDef.Importance.MEDIUM,
                        "Full-text index. Switching it on builds the index, switching it off drops it.")
                .define(
                        ERASE_SETTLE,
                        ConfigDef.Type.STRING,
                        "60s",
                        SETTLE,
                        ConfigDef.Importance.LOW,
                        "Shortest time between two rewrites of the file and its search index after erasures, with which the log is"
                                + " truncated and old backups are deleted, too. The first rewrite follows 10s after an"
                                + " erasure, or after this time if it is shorter. Erased rows are gone before that, their"
                                + " traces in the bytes of the file after it.");
        return SinkTopics.define(settings);
    }

    /**
     * Reads the settings of a connector.
     *
     * @throws ConfigException if a setting is missing or invalid
     */
    public static SqliteSettings of(Map<String, String> properties) {
        AbstractConfig settings = new AbstractConfig(define(), properties, false);
        String connector = properties.get(NAME);
        if (connector == null || connector.isEmpty()) {
            throw new ConfigException(NAME, connector, "the connector needs a name");
        }
        return new SqliteSettings(
                connector,
                Path.of(settings.getString(FILE)).toAbsolutePath(),
                Layout.of(settings.getString(LAYOUT)),
                WAIT.parse(BUSY_TIMEOUT, settings.getString(BUSY_TIMEOUT)),
                settings.getBoolean(SEARCH),
                SETTLE.parse(ERASE_SETTLE, settings.getString(ERASE_SETTLE)),
                SinkTopics.of(settings));
    }

    private static void requirePath(String name, Object value) {
        String text = (String) value;
        if (text == null) {
            return; // ConfigDef reports the missing setting.
        }
        if (text.isBlank()) {
            throw new ConfigException(name, value, "must name a file");
        }
        // The driver parses what follows a question mark as options.
        if (text.indexOf('?') >= 0) {
            throw new ConfigException(name, value, "must not contain a question mark");
        }
        try {
            if (Path.of(text).getFileName() == null) {
                throw new ConfigException(name, value, "must name a file");
            }
        } catch (InvalidPathException e) {
            throw new ConfigException(name, value, "is not a path: " + e.getMessage());
        }
    }
}
