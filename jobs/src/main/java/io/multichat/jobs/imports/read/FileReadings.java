package io.multichat.jobs.imports.read;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.Refusal;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of an import one after another. The first must be readable, so that a wrong name or format fails before
 * anything is published; another that is not is refused, and the rest is read.
 */
public final class FileReadings implements AutoCloseable {
    private final ImportRequest request;
    private final ReadingNotes notes;
    private final OpenReading first;

    /**
     * Opens the first file. Blocks until its beginning has arrived.
     *
     * @throws ImportException when it cannot be read or is not of the format
     */
    public FileReadings(ImportRequest request, ReadingNotes notes) {
        this.request = request;
        this.notes = notes;
        ImportFile file = request.files().get(0);
        try {
            this.first = open(file);
        } catch (IOException e) {
            throw file.refused(e, 0, Optional.empty());
        }
    }

    /**
     * Reads all files.
     *
     * @throws ImportException when the first file cannot be read to its end and there is no other one
     */
    public void read(NotingSink sink) {
        List<ImportFile> files = request.files();
        try {
            first.reader().read(named(files.get(0), sink));
        } catch (IOException e) {
            ImportException failure = files.get(0).refused(e, sink.published(), sink.last());
            if (files.size() == 1) {
                throw failure;
            }
            refuse(files.get(0), failure);
        }
        for (ImportFile file : files.subList(1, files.size())) {
            read(file, sink);
        }
    }

    @Override
    public void close() throws IOException {
        first.close();
    }

    private void read(ImportFile file, NotingSink sink) {
        OpenReading reading;
        try {
            reading = open(file);
        } catch (IOException e) {
            refuse(file, file.refused(e, sink.published(), sink.last()));
            return;
        } catch (ImportException e) {
            refuse(file, e);
            return;
        }
        try (reading) {
            reading.reader().read(named(file, sink));
        } catch (IOException e) {
            refuse(file, file.refused(e, sink.published(), sink.last()));
        }
    }

    /** With several files, places name theirs. */
    private EventSink named(ImportFile file, EventSink sink) {
        return request.files().size() == 1 ? sink : new NamingSink(file.name(), sink);
    }

    private OpenReading open(ImportFile file) throws IOException {
        OpenReading reading = OpenReading.of(file.source(), request.format(), request.options());
        notes.format(reading.format().name());
        return reading;
    }

    private void refuse(ImportFile file, ImportException problem) {
        notes.refused(new Refusal(EventPlace.whole(file.name()), problem.getMessage()));
    }
}
