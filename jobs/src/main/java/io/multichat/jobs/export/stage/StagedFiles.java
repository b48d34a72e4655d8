package io.multichat.jobs.export.stage;

import io.multichat.formats.write.SessionWriter;
import java.io.IOException;

/** Opens the files of a format, in the order of their paths. */
public interface StagedFiles {
    /**
     * Opens a file, which is completed when the next path begins.
     *
     * @param path without extension
     */
    SessionWriter open(String path) throws IOException;

    /** Completes a file. */
    void complete(SessionWriter writer) throws IOException;

    /** True when the file of the next path is there already. */
    boolean skips(String path);
}
