package io.multichat.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileCounts;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.DeliveredFile;
import io.multichat.jobs.export.delivery.DeliveryFolder;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.delivery.FolderFile;
import io.multichat.jobs.export.stage.StageException;
import io.multichat.jobs.export.stage.StagedChat;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One export to a folder, in one or several formats. The source is read once. An interrupted export continues when it is run again with
 * the same request: with the same data if it had read the source completely, and in any case without the files that were finished.
 */
public final class DeliveryRun {
    private final DeliveryRequest request;
    private final Path path;
    private final boolean force;
    private final ExportProgress progress;

    /** A run that reports no progress. */
    public DeliveryRun(DeliveryRequest request, Path path, boolean force) {
        this(request, path, force, ExportProgress.SILENT);
    }

    /**
     * @param path the folder, which is created if necessary
     * @param force true to replace a delivery that is there
     */
    public DeliveryRun(DeliveryRequest request, Path path, boolean force, ExportProgress progress) {
        this.request = request;
        this.path = path;
        this.force = force;
        this.progress = progress;
    }

    /**
     * Writes the files and the manifest. Sessions of which the source has lost messages are delivered with the rest of them and named.
     *
     * @throws ExportException when the folder cannot receive the export, or nothing at all can be read
     */
    public ExportReport run() {
        try (DeliveryFolder folder = DeliveryFolder.open(path, request.facts().toString(), force)) {
            ObjectNode facts = request.facts();
            ExportReport report;
            try (StagedChat chat = open(folder)) {
                ObjectNode staged = staged(folder, chat);
                List<String> unreadable = new ArrayList<>();
                staged.path("unreadable").forEach(sentence -> unreadable.add(sentence.asText()));
                report = ExportReport.of(chat.counts(), unreadable);
                write(folder, chat);
                facts.setAll(staged);
            }
            describe(facts, report);
            folder.complete(facts);
            return report;
        } catch (ArchiveDamagedException e) {
            throw new ExportException("the archive is damaged: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new ExportException("the export failed: " + e.getMessage(), e);
        } catch (StageException e) {
            throw new ExportException(e.getMessage(), e);
        }
    }

    /** Uses the database of an interrupted run only if it was completed. */
    private StagedChat open(DeliveryFolder folder) throws IOException {
        boolean revisions = request.options().revisions();
        return folder.stagedNotes().isEmpty()
                ? StagedChat.created(folder.notes(), revisions)
                : StagedChat.reopened(folder.notes(), revisions);
    }

    private ObjectNode staged(DeliveryFolder folder, StagedChat chat) throws IOException {
        Optional<ObjectNode> known = folder.stagedNotes();
        if (known.isPresent()) {
            return known.get();
        }
        ObjectNode facts = request.facts().objectNode();
        ObjectNode positions = facts.putObject("positions");
        request.source().positions().forEach(positions::put);
        Map<ExportFormat, FileTemplate> templates = new LinkedHashMap<>();
        request.formats().forEach(format -> templates.put(format, request.template(format)));
        chat.stage(new ObservedSource(request.source(), progress), request.selection(), templates);
        request.source().unreadable().forEach(facts.putArray("unreadable")::add);
        folder.staged(facts);
        return facts;
    }

    private void write(DeliveryFolder folder, StagedChat chat) throws IOException {
        Groups groups = new Groups(folder);
        for (ExportFormat format : request.formats()) {
            PartTarget target = new PartTarget(
                    folder,
                    format,
                    request.compression(format),
                    request.limits(format),
                    request.options(),
                    chat.contents());
            try (DeliveredFiles files = new DeliveredFiles(target, request.folder(format), groups)) {
                chat.write(
                        format, new ObservedFiles(files, progress, chat.counts().messages()));
            }
            if (!groups.skipsNext()) {
                folder.finished(lists(folder, format, chat));
            }
        }
    }

    private List<DeliveredFile> lists(DeliveryFolder folder, ExportFormat format, StagedChat chat) throws IOException {
        List<DeliveredFile> files = new ArrayList<>();
        format.writeLists(chat.contents(), (name, writing) -> {
            try (FolderFile file = folder.create(request.folder(format) + name, Compression.NONE)) {
                writing.to(file);
                files.add(file.finish(format.name(), FileCounts.NONE));
            }
        });
        return files;
    }

    private static void describe(ObjectNode facts, ExportReport report) {
        facts.put("sessions", report.sessions())
                .put("messages", report.messages())
                .put("events", report.events())
                .put("incompleteSessions", report.differing());
        JsonNode unreadable = facts.remove("unreadable");
        report.differences().forEach(facts.putArray("differences")::add);
        facts.set("unreadable", unreadable);
    }

    /** Counts the groups of files that an earlier run finished. */
    static final class Groups {
        private long left;

        Groups(DeliveryFolder folder) {
            left = folder.finishedGroups();
        }

        boolean skipsNext() {
            left--;
            return left >= 0;
        }
    }
}
