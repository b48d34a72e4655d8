package io.multichat.jobs.export;

import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.SessionWriter;
import io.multichat.jobs.export.stage.StagedFiles;
import java.io.IOException;

/** Opens the files of one format in a folder, except those that an earlier run finished. */
final class DeliveredFiles implements StagedFiles, AutoCloseable {
    private final PartTarget target;
    private final String folder;
    private final DeliveryRun.Groups groups;
    private PartedFile current;

    /** @param folder precedes the paths; empty, or with a slash at its end */
    DeliveredFiles(PartTarget target, String folder, DeliveryRun.Groups groups) {
        this.target = target;
        this.folder = folder;
        this.groups = groups;
    }

    @Override
    public SessionWriter open(String path) {
        current = new PartedFile(target, folder, path);
        return current;
    }

    @Override
    public void complete(SessionWriter writer) throws IOException {
        current.complete(FileCounts.NONE);
        target.folder().finished(current.finished());
    }

    /** Gives up the file that is not complete. */
    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean skips(String path) {
        return groups.skipsNext();
    }
}
