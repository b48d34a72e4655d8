package io.multichat.jobs.export;

import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One export. Memory is bounded, whatever the size of the archive and of its sessions; the disk of the target needs room for a
 * temporary copy of the exported messages.
 */
public final class ExportRun {
    private final ExportRequest request;
    private final ExportTarget target;

    public ExportRun(ExportRequest request, ExportTarget target) {
        this.request = request;
        this.target = target;
    }

    /**
     * Writes the requested sessions to the target.
     *
     * @throws io.multichat.jobs.client.ArchiveUnavailableException when the archive does not exist
     * @throws ExportException when the archive cannot be read or the target cannot be written
     */
    public ExportReport run() {
        ArchiveReader archive = request.archive().reader();
        if (!Files.isDirectory(target.scratch())) {
            throw new ExportException(
                    "the folder " + target.scratch() + " does not exist: create it or name another with --output");
        }
        try (SortDatabase database = SortDatabase.in(target.scratch());
                SessionSelection sessions = new SessionSelection(database);
                MessageSelection messages = new MessageSelection(database, sessions);
                MessageOrder order = new MessageOrder(database)) {
            sessions.read(archive, request);
            Optional<SessionSnapshot.Span> span = sessions.span();
            if (span.isPresent()) {
                messages.read(archive, span.get());
                order.sort();
            }
            return target.write(
                    output -> new SelectedChat(database, request.format().open(output)).write());
        } catch (ArchiveDamagedException e) {
            throw new ExportException("the archive is damaged: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new ExportException("the export failed: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new ExportException("the temporary database failed: " + e.getMessage(), e);
        }
    }
}
