package io.multichat.jobs.export.stage;

import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;

/** Opens one file after the other, as the paths of what is written change. Used by one thread. */
final class FileSequence {
    private final StagedFiles files;
    private String current;
    private SessionWriter writer;

    FileSequence(StagedFiles files) {
        this.files = files;
    }

    /**
     * Moves to the file of the next content.
     *
     * @return false when that file is there already
     */
    boolean moveTo(String path) throws IOException {
        if (!path.equals(current)) {
            end();
            current = path;
            writer = files.skips(path) ? null : files.open(path);
        }
        return writer != null;
    }

    /** Moves to the file of a folder and the UTC day of a time. */
    boolean moveTo(String folder, long at) throws IOException {
        return moveTo(folder + "/" + Rfc3339.format(at).substring(0, 10));
    }

    /** The writer of the present file. */
    SessionWriter writer() {
        return writer;
    }

    /** Completes the last file. */
    void end() throws IOException {
        if (writer != null) {
            files.complete(writer);
            writer = null;
        }
    }
}
