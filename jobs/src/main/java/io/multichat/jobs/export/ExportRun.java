package io.multichat.jobs.export;

import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.stage.StageException;
import io.multichat.jobs.export.stage.StagedChat;
import io.multichat.jobs.export.stage.StagedFiles;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One export to a single file or stream. Memory is bounded, whatever the size of the source and of its sessions; the disk of the
 * target needs room for a temporary copy of the exported messages.
 */
public final class ExportRun {
    private final ExportRequest request;
    private final ExportTarget target;
    private final ExportProgress progress;

    public ExportRun(ExportRequest request, ExportTarget target) {
        this(request, target, ExportProgress.SILENT);
    }

    public ExportRun(ExportRequest request, ExportTarget target, ExportProgress progress) {
        this.request = request;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Writes the requested sessions to the target.
     *
     * @throws ExportException when the source cannot be read or the target cannot be written
     */
    public ExportReport run() {
        if (!Files.isDirectory(target.scratch())) {
            throw new ExportException(
                    "the folder " + target.scratch() + " does not exist: create it or name another with --output");
        }
        try (StagedChat chat =
                StagedChat.temporary(target.scratch(), request.options().revisions())) {
            FileTemplate everything = new FileTemplate(request.format().layout().template());
            List<String> unreadable = chat.stage(
                    new ObservedSource(request.source(), progress),
                    request.selection(),
                    Map.of(request.format(), everything));
            if (!unreadable.isEmpty()) {
                throw new ExportException(request.source().name() + " cannot be read completely: " + unreadable.get(0)
                        + "; an export to a folder delivers the sessions that are not affected");
            }
            return target.write(output -> {
                ExportReport report =
                        ExportReport.of(chat.counts(), request.source().unreadable());
                request.compression().write(output, compressed -> write(chat, report, compressed));
                return report;
            });
        } catch (ArchiveDamagedException e) {
            throw new ExportException("the archive is damaged: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new ExportException("the export failed: " + e.getMessage(), e);
        } catch (StageException e) {
            throw new ExportException(e.getMessage(), e);
        }
    }

    private void write(StagedChat chat, ExportReport report, OutputStream output) throws IOException {
        FileStart start = new FileStart(
                request.options(),
                Optional.of(chat.contents()),
                request.format().layout().template(),
                1,
                target.scratch());
        try (SessionWriter writer = request.format().open(output, start)) {
            chat.write(request.format(), new ObservedFiles(new SingleFile(writer), progress, report.messages()));
            writer.complete(new FileCounts(report.sessions(), report.messages(), report.events()));
        }
    }

    /** Everything goes to one writer, which is completed even if there is no session. */
    private record SingleFile(SessionWriter writer) implements StagedFiles {
        @Override
        public SessionWriter open(String path) {
            return writer;
        }

        @Override
        public void complete(SessionWriter written) {
            // Completed once everything is written.
        }

        @Override
        public boolean skips(String path) {
            return false;
        }
    }
}
