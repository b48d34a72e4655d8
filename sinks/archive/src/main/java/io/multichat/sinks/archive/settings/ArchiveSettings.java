package io.multichat.sinks.archive.settings;

import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.settings.DurationSetting;
import io.multichat.sinks.core.settings.SizeSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The validated settings of an archive task.
 *
 * @param root the archive's folder
 * @param compression the format of new segments; existing segments keep theirs
 * @param limits when to commit
 * @param openFiles the maximum number of files that a task keeps open for writing, at least 1
 * @param topics the topics to consume
 */
public record ArchiveSettings(
        Path root, Compression compression, CommitLimits limits, int openFiles, SinkTopics topics) {
    /** The setting that names the archive's folder. */
    public static final String DIR = "archive.dir";

    private static final String COMPRESSION = "archive.compression";
    private static final String RECORDS = "archive.commit.records";
    private static final String BYTES = "archive.commit.bytes";
    private static final String INTERVAL = "archive.commit.interval";
    private static final String OPEN_FILES = "archive.open.files";
    private static final SizeSetting SIZE = new SizeSetting();
    private static final DurationSetting DURATION =
            new DurationSetting(Duration.ofMillis(1), DurationSetting.UNLIMITED);

    /** All settings of the connector with their defaults, rules and documentation. */
    public static ConfigDef definition() {
        ConfigDef settings = new ConfigDef()
                .define(
                        DIR,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new WritableFolder(),
                        ConfigDef.Importance.HIGH,
                        "Folder of the archive, on a file system with hard links. All tasks of a connector share it.")
                .define(
                        COMPRESSION,
                        ConfigDef.Type.STRING,
                        Compression.ZSTD.settingName(),
                        ConfigDef.ValidString.in(Compression.settingNames().toArray(new String[0])),
                        ConfigDef.Importance.LOW,
                        "Compression of new files.")
                .define(
                        OPEN_FILES,
                        ConfigDef.Type.INT,
                        64,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.LOW,
                        "Maximum number of files that a task keeps open for writing; further files are closed and reopened.");
        return SinkTopics.define(defineLimits(settings));
    }

    private static ConfigDef defineLimits(ConfigDef settings) {
        return settings.define(
                        RECORDS,
                        ConfigDef.Type.LONG,
                        100_000L,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.MEDIUM,
                        "Maximum number of uncommitted records per partition before it commits.")
                .define(
                        BYTES,
                        ConfigDef.Type.STRING,
                        "64MiB",
                        SIZE,
                        ConfigDef.Importance.MEDIUM,
                        "Maximum size, before compression, of uncommitted records per partition before it commits.")
                .define(
                        INTERVAL,
                        ConfigDef.Type.STRING,
                        "60s",
                        DURATION,
                        ConfigDef.Importance.MEDIUM,
                        "Maximum time from a partition's first uncommitted record until it commits.");
    }

    /**
     * Parses the properties of a task.
     *
     * @throws org.apache.kafka.common.config.ConfigException when a setting is invalid
     */
    public static ArchiveSettings of(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(definition(), properties, false);
        return new ArchiveSettings(
                Path.of(config.getString(DIR)).toAbsolutePath().normalize(),
                Compression.valueOf(config.getString(COMPRESSION).toUpperCase(Locale.ROOT)),
                new CommitLimits(
                        config.getLong(RECORDS),
                        SIZE.parse(BYTES, config.getString(BYTES)),
                        DURATION.parse(INTERVAL, config.getString(INTERVAL)).toMillis()),
                config.getInt(OPEN_FILES),
                SinkTopics.of(config));
    }

    /** The resources that all writers of a task share; the caller closes them. */
    public ArchiveStorage storage() {
        return new ArchiveStorage(
                new ArchiveLayout(root),
                new LocalFiles(openFiles),
                compression,
                compression.encoder(),
                FrameBuffers.defaults());
    }
}
