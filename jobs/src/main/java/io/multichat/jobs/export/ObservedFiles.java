package io.multichat.jobs.export;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.SessionWriter;
import io.multichat.jobs.export.stage.StagedFiles;
import java.io.IOException;
import java.util.OptionalLong;

/** Files whose messages are counted while they are written. Used by one thread. */
final class ObservedFiles implements StagedFiles {
    private final StagedFiles files;
    private final ExportProgress progress;
    private final OptionalLong total;
    private long written;

    /** @param total how many messages will be written, in all formats together */
    ObservedFiles(StagedFiles files, ExportProgress progress, long total) {
        this.files = files;
        this.progress = progress;
        this.total = OptionalLong.of(total);
    }

    @Override
    public SessionWriter open(String path) throws IOException {
        return new ObservedWriter(files.open(path), this);
    }

    @Override
    public void complete(SessionWriter writer) throws IOException {
        files.complete(writer);
    }

    @Override
    public boolean skips(String path) {
        return files.skips(path);
    }

    private void countMessage() {
        written++;
        progress.at(ExportProgress.Stage.WRITING, written, total);
    }

    /**
     * Counts the messages of one file.
     *
     * @param writer writes the file
     * @param files counts the messages of all files
     */
    private record ObservedWriter(SessionWriter writer, ObservedFiles files) implements SessionWriter {
        @Override
        public void session(ExportedSession session) throws IOException {
            writer.session(session);
        }

        @Override
        public void message(ExportedMessage message) throws IOException {
            writer.message(message);
            files.countMessage();
        }

        @Override
        public void event(ExportedEvent event) throws IOException {
            writer.event(event);
        }

        @Override
        public void complete(FileCounts counts) throws IOException {
            writer.complete(counts);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
