package io.multichat.app.command.option;

import io.multichat.app.command.convert.WholeNumberConverter;
import io.multichat.events.text.Sizes;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.jobs.export.DeliveryRequest;
import io.multichat.jobs.export.SplitLimits;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.FileTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How an export names, splits and compresses its files. */
public final class DeliveryOptions {
    @Option(
            names = "--files",
            paramLabel = "TEMPLATE",
            description = "Names of the files in the output folder, without extension, from "
                    + FileTemplate.PLACEHOLDERS + "; for example {platform}/{channel}/{date}-{session}.")
    private String template;

    @Option(
            names = "--split-messages",
            paramLabel = "NUMBER",
            converter = WholeNumberConverter.class,
            description = "Number of messages after which a file is continued in another one.")
    private Integer splitMessages;

    @Option(
            names = "--split-size",
            paramLabel = "SIZE",
            description = "Size, such as 64MiB, after which a file is continued in another one, before compression.")
    private String splitSize;

    @Option(
            names = "--compress",
            paramLabel = "METHOD",
            defaultValue = "none",
            description =
                    "Compression of files: none, gzip or zstd (default: ${DEFAULT-VALUE}). Files that other programs open"
                            + " as they are, such as html and slack, are not compressed.")
    private Compression compression;

    /** True when an option demands a folder. */
    public boolean needFolder() {
        return template != null || splitMessages != null || splitSize != null;
    }

    /**
     * Checks that each option has an effect on at least one of the formats.
     *
     * @throws UsageException when one has none
     */
    public void requireEffect(List<ExportFormat> formats) {
        boolean streams = formats.stream().anyMatch(format -> format.layout().isStream());
        boolean named = formats.stream().anyMatch(format -> format.layout().kind() != FileLayout.Kind.FIXED);
        require(template == null || named, "--files", formats);
        require(streams || splitMessages == null, "--split-messages", formats);
        require(streams || splitSize == null, "--split-size", formats);
        require(streams || compression == Compression.NONE, "--compress", formats);
    }

    /**
     * Checks that an option has an effect.
     *
     * @throws UsageException when it has none
     */
    public static void require(boolean effect, String option, List<ExportFormat> formats) {
        if (!effect) {
            throw new UsageException(option + " has no effect on files of the format "
                    + formats.stream().map(ExportFormat::name).collect(Collectors.joining(" or ")) + "; leave it out");
        }
    }

    /**
     * The options.
     *
     * @throws UsageException when one is not valid
     */
    public DeliveryRequest.Files files() {
        try {
            return new DeliveryRequest.Files(
                    Optional.ofNullable(template).map(FileTemplate::new),
                    new SplitLimits(
                            splitMessages == null ? 0 : splitMessages, splitSize == null ? 0 : bytes(splitSize)),
                    compression);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static long bytes(String size) {
        return Sizes.parse(size)
                .orElseThrow(() -> new UsageException("\"" + size + "\" is not a size such as 64KiB or 16MiB"));
    }
}
