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
 * @param busyTimeout how long to wait for another process that writes to the file
 * @param search true when the full-text index is kept
 * @param topics what is read
 */
public record SqliteSettings(
        String connector, Path file, Layout layout, Duration busyTimeout, boolean search, SinkTopics topics) {
    public static final String FILE = "sqlite.file";
    static final String LAYOUT = "sqlite.layout";
    private static final String BUSY_TIMEOUT = "sqlite.busy.timeout";
    private static final String SEARCH = "sqlite.search";
    private static final String NAME = "name";

    // The task's thread waits that long; Connect takes a task that waits for max.poll.interval.ms (5 min) for dead.
    private static final DurationSetting WAIT = new DurationSetting(Duration.ZERO, Duration.ofMinutes(2));

    public static ConfigDef define() {
        ConfigDef settings = new ConfigDef()
                .define(
                        FILE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(SqliteSettings::requirePath, () -> "a path of a file"),
                        ConfigDef.Importance.HIGH,
                        "The database file, which is made when it is missing; its folder must exist, on a local disk.")
                .define(
                        LAYOUT,
                        ConfigDef.Type.STRING,
                        Layout.SINGLE.text(),
                        ConfigDef.ValidString.in(Layout.SINGLE.text(), Layout.PER_PARTITION.text()),
                        ConfigDef.Importance.MEDIUM,
                        "single: one file, one task. per-partition: a file for each Kafka partition, named like"
                                + " sessions-p0.db, and up to tasks.max tasks, all on storage that they share.")
                .define(
                        BUSY_TIMEOUT,
                        ConfigDef.Type.STRING,
                        "10s",
                        WAIT,
                        ConfigDef.Importance.LOW,
                        "How long to wait while another process writes to the file; then the batch is tried again later.")
                .define(
                        SEARCH,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        ConfigDef.Importance.MEDIUM,
                        "Keep a full-text index. It is built when it is switched on, and removed when it is switched off.");
        return SinkTopics.define(settings);
    }

    /** @throws ConfigException when a setting is missing or invalid */
    public static SqliteSettings of(Map<String, String> properties) {
        AbstractConfig settings = new AbstractConfig(define(), properties, false);
        String connector = properties.get(NAME);
        if (connector == null || connector.isEmpty()) {
            throw new ConfigException(NAME, connector, "the connector must have a name");
        }
        return new SqliteSettings(
                connector,
                Path.of(settings.getString(FILE)).toAbsolutePath(),
                Layout.of(settings.getString(LAYOUT)),
                WAIT.parse(BUSY_TIMEOUT, settings.getString(BUSY_TIMEOUT)),
                settings.getBoolean(SEARCH),
                SinkTopics.of(settings));
    }

    private static void requirePath(String name, Object value) {
        String text = (String) value;
        if (text == null) {
            return; // That the setting is missing is told anyway.
        }
        if (text.isBlank()) {
            throw new ConfigException(name, value, "name a file");
        }
        // The driver takes what follows a question mark in a file name for options.
        if (text.indexOf('?') >= 0) {
            throw new ConfigException(name, value, "a question mark is not allowed in the path");
        }
        try {
            Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConfigException(name, value, "not a path: " + e.getMessage());
        }
    }
}
