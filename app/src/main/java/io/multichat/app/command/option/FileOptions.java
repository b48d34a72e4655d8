package io.multichat.app.command.option;

import io.multichat.app.command.convert.DateOrderConverter;
import io.multichat.app.command.convert.DurationConverter;
import io.multichat.app.command.convert.TimeConverter;
import io.multichat.app.command.convert.TimezoneConverter;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.DateOrder;
import io.multichat.formats.ReadOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user says about the files of an import because the files do not. */
public final class FileOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = ImportFormat.AUTO,
            converter = ImportFormat.Converter.class,
            completionCandidates = ImportFormat.Converter.class,
            description =
                    "Format of the files: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, which recognizes the"
                            + " format of each file by its content).")
    private ImportFormat format;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            converter = TimezoneConverter.class,
            description = "Zone of times without one, such as Europe/Berlin or +02:00 (default: UTC).")
    private ZoneId timezone;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            converter = DateOrderConverter.class,
            completionCandidates = DateOrderConverter.class,
            description =
                    "Order of day, month and year in dates: ${COMPLETION-CANDIDATES} (default: the order that makes"
                            + " all dates of the file possible).")
    private DateOrder dateOrder;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description =
                    "Channel of files that do not name it (default: derived from the file name, with its folders where"
                            + " several files have the same name).")
    private String channel;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            description = "Name of the workspace or network, put before channels that are unique only within it.")
    private String workspace;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Time of the first turn in files without times.")
    private Instant start;

    @Option(
            names = "--step",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time between turns in files without times.")
    private Duration step;

    /** The format; empty: recognized for each file. */
    public Optional<ChatFormat> format() {
        return format.format();
    }

    /** @param maxEventBytes the largest event that readers pass on */
    public ReadOptions reading(int maxEventBytes) {
        return new ReadOptions(
                Optional.ofNullable(timezone),
                Optional.ofNullable(dateOrder),
                Optional.ofNullable(channel),
                Optional.ofNullable(workspace),
                Optional.ofNullable(start),
                Optional.ofNullable(step),
                maxEventBytes,
                Map.of());
    }
}
