package io.multichat.jobs.export;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FilePart;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import io.multichat.jobs.export.delivery.DeliveredFile;
import io.multichat.jobs.export.delivery.FolderFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of a delivery, which is continued in another one when it is full. Every part is complete in itself. Used by one thread. */
final class PartedFile implements SessionWriter {
    private final PartTarget target;
    private final String folder;
    private final String path;
    private final List<DeliveredFile> finished = new ArrayList<>();
    private int part;
    private FolderFile file;
    private SessionWriter writer;
    private FileCounts counts = FileCounts.NONE;
    private ExportedSession session;

    /**
     * @param folder precedes the path
     * @param path the path of the file among those of its format, without extension
     */
    PartedFile(PartTarget target, String folder, String path) {
        this.target = target;
        this.folder = folder;
        this.path = path;
    }

    @Override
    public void session(ExportedSession next) throws IOException {
        if (file != null && target.isFull(counts, file)) {
            finishPart();
        }
        start();
        session = next;
        writer.session(next);
        counts = counts.withSession();
    }

    @Override
    public void message(ExportedMessage message) throws IOException {
        continueIfFull();
        writer.message(message);
        counts = counts.with(message);
    }

    @Override
    public void event(ExportedEvent event) throws IOException {
        start();
        writer.event(event);
        counts = counts.withEvent();
    }

    @Override
    public void complete(FileCounts all) throws IOException {
        start();
        finishPart();
    }

    /** The finished parts. */
    List<DeliveredFile> finished() {
        return finished;
    }

    /** Gives the part up that is not finished. */
    @Override
    public void close() throws IOException {
        FolderFile unfinished = file;
        SessionWriter open = writer;
        file = null;
        writer = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            if (unfinished != null) {
                unfinished.close();
            }
        }
    }

    private void continueIfFull() throws IOException {
        boolean full = file != null && target.isFull(counts, file);
        if (full) {
            finishPart();
        }
        start();
        if (full && session != null) {
            session = session.continued();
            writer.session(session);
            counts = counts.withSession();
        }
    }

    private void start() throws IOException {
        if (file == null) {
            part++;
            file = target.folder()
                    .create(
                            folder + FilePart.name(path, part) + "."
                                    + target.format().layout().extension(),
                            target.compression());
            writer = target.format()
                    .open(
                            file,
                            new FileStart(
                                    target.options(),
                                    Optional.of(target.contents()),
                                    path,
                                    part,
                                    target.folder().notes()));
            counts = FileCounts.NONE;
        }
    }

    private void finishPart() throws IOException {
        writer.complete(counts);
        writer.close();
        finished.add(file.finish(target.format().name(), counts));
        writer = null;
        file = null;
    }
}
