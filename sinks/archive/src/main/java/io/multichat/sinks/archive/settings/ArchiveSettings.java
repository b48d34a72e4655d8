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
 * The settings of an archive task, checked.
 *
 * @param root the archive's folder
 * @param compression of new segments; what is there stays as it is
 * @param limits when to commit
 * @param openFiles how many files a task keeps open for writing, at least 1
 * @param topics what is consumed
 */
public record ArchiveSettings(
        Path root, Compression compression, CommitLimits limits, int openFiles, SinkTopics topics) {
    public static final String DIR = "archive.dir";
    private static final String COMPRESSION = "archive.compression";
    private static final String RECORDS = "archive.commit.records";
    private static final String BYTES = "archive.commit.bytes";
    private static final String INTERVAL = "archive.commit.interval";
    private static final String OPEN_FILES = "archive.open.files";
    private static final SizeSetting SIZE = new SizeSetting();
    private static final DurationSetting DURATION =
            new DurationSetting(Duration.ofMillis(1), DurationSetting.UNLIMITED);

    public static ConfigDef definition() {
        ConfigDef settings = new ConfigDef()
                .define(
                        DIR,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ArchiveFolder(),
                        ConfigDef.Importance.HIGH,
                        "The archive's folder, on a file system with hard links. All tasks of a connector share it.")
                .define(
                        COMPRESSION,
                        ConfigDef.Type.STRING,
                        Compression.ZSTD.settingName(),
                        ConfigDef.ValidString.in(Compression.settingNames().toArray(new String[0])),
                        ConfigDef.Importance.LOW,
                        "How new files are compressed.")
                .define(
                        OPEN_FILES,
                        ConfigDef.Type.INT,
                        64,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.LOW,
                        "How many files a task keeps open for writing; further ones are closed and re-opened.");
        return SinkTopics.define(defineLimits(settings));
    }

    private static ConfigDef defineLimits(ConfigDef settings) {
        return settings.define(
                        RECORDS,
                        ConfigDef.Type.LONG,
                        100_000L,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.MEDIUM,
                        "A partition commits when it has so many records that are not committed.")
                .define(
                        BYTES,
                        ConfigDef.Type.STRING,
                        "64MiB",
                        SIZE,
                        ConfigDef.Importance.MEDIUM,
                        "A partition commits when it has so much, uncompressed, that is not committed.")
                .define(
                        INTERVAL,
                        ConfigDef.Type.STRING,
                        "60s",
                        DURATION,
                        ConfigDef.Importance.MEDIUM,
                        "A partition commits so long after its first record that is not committed.");
    }

    /** @throws org.apache.kafka.common.config.ConfigException when a setting is wrong */
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

    /** What all writers of a task share; to be closed. */
    public ArchiveStorage storage() {
        return new ArchiveStorage(
                new ArchiveLayout(root),
                new LocalFiles(openFiles),
                compression,
                compression.encoder(),
                FrameBuffers.defaults());
    }
}
