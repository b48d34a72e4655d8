package io.multichat.jobs.export.stage;

import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileLayout;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.source.ExportSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The selected sessions in a database, ready to be written in any format. Used by one thread. */
public final class StagedChat implements AutoCloseable {
    private final SortDatabase database;
    private final FilePlan plan;
    private final boolean revisions;

    private StagedChat(SortDatabase database, boolean revisions) {
        this.database = database;
        this.plan = new FilePlan(database);
        this.revisions = revisions;
    }

    /**
     * An empty database, which {@link #close} deletes.
     *
     * @param parent a folder on a disk with room for a copy of the selected messages
     * @param revisions true if the earlier versions of messages are wanted as well
     */
    public static StagedChat temporary(Path parent, boolean revisions) {
        return new StagedChat(SortDatabase.in(parent), revisions);
    }

    /** An empty database in this folder, which stays. */
    public static StagedChat created(Path folder, boolean revisions) throws IOException {
        Files.deleteIfExists(folder.resolve(SortDatabase.FILE));
        return new StagedChat(SortDatabase.keptIn(folder), revisions);
    }

    /**
     * The database in this folder, into which everything was staged.
     *
     * @throws StageException when it is missing, or is a link
     */
    public static StagedChat reopened(Path folder, boolean revisions) {
        if (!Files.isRegularFile(folder.resolve(SortDatabase.FILE), LinkOption.NOFOLLOW_LINKS)) {
            throw new StageException(
                    "the database of the unfinished export in " + folder
                            + " is missing; discard the export with --force",
                    null);
        }
        return new StagedChat(SortDatabase.keptIn(folder), revisions);
    }

    /**
     * Reads a source.
     *
     * @param formats how the files of each format are named
     * @return what could not be read of the snapshots and of the time of the selected sessions; reactions that were made later
     *     may be missing as well, which the source itself reports
     */
    public List<String> stage(ExportSource source, ExportSelection selection, Map<ExportFormat, FileTemplate> formats)
            throws IOException {
        List<String> unreadable = new Staging(database, selection).read(source);
        plan.create();
        formats.forEach(plan::add);
        plan.finish();
        database.commit();
        return unreadable;
    }

    /** All that was staged, for formats that need more than the next message. */
    public ExportContents contents() {
        return new StagedContents(database, plan, revisions);
    }

    /** What was staged. */
    public StagedCounts counts() {
        return Totals.of(database);
    }

    /** Passes the sessions of a format to its files. */
    public void write(ExportFormat format, StagedFiles files) throws IOException {
        FileSequence sequence = new FileSequence(files);
        boolean byDay = format.layout().order() == FileLayout.Order.CHANNEL_DAYS;
        try (ItemQuery items =
                byDay ? ItemQuery.byFolder(database, revisions) : ItemQuery.ofSession(database, revisions)) {
            if (byDay) {
                items.readAll(new DayItems(sequence));
            } else {
                plan.forEach(format.name(), (path, row, session) -> write(sequence, path, items, row, session));
            }
            sequence.end();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private void write(FileSequence files, String path, ItemQuery items, long row, ExportedSession session)
            throws IOException {
        if (!files.moveTo(path)) {
            return;
        }
        files.writer().session(session);
        try {
            items.read(row, new SessionItems(files.writer()));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
