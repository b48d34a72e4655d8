package io.multichat.jobs.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.stage.ExportSelection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to export to a folder.
 *
 * @param source where the sessions are
 * @param selection which sessions
 * @param formats how they are written; with several, each has a folder of its own
 * @param options what the user says about the content
 * @param files how files are named, split and compressed, where the format allows it
 */
public record DeliveryRequest(
        ExportSource source, ExportSelection selection, List<ExportFormat> formats, WriteOptions options, Files files) {

    /**
     * How files are named, split and compressed.
     *
     * @param template empty: as the format says
     */
    public record Files(Optional<FileTemplate> template, SplitLimits limits, Compression compression) {
        /** As each format says. */
        public static final Files DEFAULTS = new Files(Optional.empty(), SplitLimits.NONE, Compression.NONE);
    }

    /** @throws IllegalArgumentException when the template does not suit a format */
    public DeliveryRequest {
        formats = List.copyOf(formats);
        for (ExportFormat format : formats) {
            FileTemplate names = template(files, format);
            if (names.isTaken(format.layout().extension())) {
                throw new IllegalArgumentException("the name \"" + names.template()
                        + "\" is reserved for a file that lists the others; choose another with --files");
            }
            boolean shared =
                    files.template().map(own -> !own.separatesSessions()).orElse(false);
            if (format.layout().kind() == FileLayout.Kind.PAGES && shared) {
                throw new IllegalArgumentException(
                        "files of the format " + format.name() + " hold one session each: add {session} to the name");
            }
        }
    }

    /** How the files of a format are named. */
    FileTemplate template(ExportFormat format) {
        return template(files, format);
    }

    private static FileTemplate template(Files files, ExportFormat format) {
        FileTemplate own = new FileTemplate(format.layout().template());
        return format.layout().kind() == FileLayout.Kind.FIXED
                ? own
                : files.template().orElse(own);
    }

    /** When a file of a format is full. */
    SplitLimits limits(ExportFormat format) {
        return format.layout().isStream()
                ? files.limits()
                : new SplitLimits(format.layout().maxMessages(), 0);
    }

    /** Only files that no other program has to open as they are can be compressed. */
    Compression compression(ExportFormat format) {
        return format.layout().isStream() ? files.compression() : Compression.NONE;
    }

    /** What precedes the paths of a format. */
    String folder(ExportFormat format) {
        return formats.size() == 1 ? "" : format.name() + "/";
    }

    /** Everything that the files depend on, the version of the program included, apart from what the source holds. */
    ObjectNode facts() {
        ObjectNode facts = selection.facts();
        ObjectNode all = facts.objectNode()
                .put(
                        "program",
                        Optional.ofNullable(DeliveryRequest.class.getPackage().getImplementationVersion())
                                .orElse("development"))
                .put("source", source.name());
        source.lacks().forEach(all.withArray("/lacks")::add);
        formats.forEach(format -> all.withArray("/formats").add(format.name()));
        all.set("selection", facts);
        options.assistant().ifPresent(id -> all.put("assistant", id));
        all.put("revisions", options.revisions());
        files.template().ifPresent(own -> all.put("template", own.template()));
        return all.put("splitMessages", files.limits().messages())
                .put("splitBytes", files.limits().bytes())
                .put("compression", files.compression().name().toLowerCase(Locale.ROOT));
    }
}
