package io.multichat.jobs.imports.read;

import io.multichat.formats.ChatReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.ReadOptions;
import io.multichat.jobs.imports.source.FileListing;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the files of an import in their order, or several of them at the same time. The first must be readable, so that a wrong name or
 * format fails before anything is published; another that is not is refused, and the rest is read.
 */
public final class FileReadings implements AutoCloseable {
    private final ImportRequest request;
    private final ReadingNotes notes;
    private final List<FileListing> listings;
    private final ReadOptions options;
    private final Set<OpenReading> open = ConcurrentHashMap.newKeySet();
    private final OpenReading first;

    /**
     * Opens the first file. Blocks until its beginning has arrived.
     *
     * @throws ImportException when it cannot be read or is not of the format
     */
    public FileReadings(ImportRequest request, ReadingNotes notes) {
        this.request = request;
        this.notes = notes;
        this.listings = request.files().stream().map(FileListing::of).toList();
        this.options = request.options().withDistinctNames(DistinctPaths.of(listings));
        request.meter().expect(FileListing.bytes(listings));
        ImportFile file = request.files().get(0);
        try {
            this.first = open(file);
        } catch (IOException e) {
            throw file.refused(e, 0, Optional.empty());
        }
    }

    /** What is known about the files, in their order. */
    public List<FileListing> listings() {
        return listings;
    }

    /**
     * Reads all files.
     *
     * @param receiver receives the events
     * @throws ImportException when the first file cannot be read to its end and there is no other one
     */
    public void read(PartReceiver receiver) {
        try (ReaderThreads threads = new ReaderThreads(request.jobs())) {
            read(0, first, receiver, threads);
            for (int i = 1; i < request.files().size(); i++) {
                Optional<OpenReading> next = next(request.files().get(i));
                if (next.isPresent()) {
                    read(i, next.get(), receiver, threads);
                }
            }
            threads.finish();
        }
    }

    /** Closes what is still open after a failure. */
    @Override
    public void close() throws IOException {
        for (OpenReading reading : open) {
            reading.close();
        }
    }

    private void read(int file, OpenReading reading, PartReceiver receiver, ReaderThreads threads) {
        List<ChatReader> parts = reading.reader().parts();
        AtomicInteger left = new AtomicInteger(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Part part = new Part(file, i);
            ChatReader reader = parts.get(i);
            threads.run(() -> {
                read(part, reader, receiver);
                if (left.decrementAndGet() == 0) {
                    close(reading);
                }
            });
        }
    }

    private void read(Part part, ChatReader reader, PartReceiver receiver) {
        ImportFile file = request.files().get(part.file());
        NotingSink sink = new NotingSink(notes, receiver.begin(part));
        try {
            reader.read(named(file, sink));
            if (sink.isWhole()) {
                receiver.end(part);
            }
        } catch (IOException e) {
            ImportException failure = file.refused(e, sink.published(), sink.last());
            if (request.files().size() == 1) {
                throw failure;
            }
            notes.refused(file, failure);
        }
    }

    private void close(OpenReading reading) {
        open.remove(reading);
        try {
            reading.close();
        } catch (IOException e) {
            throw new ImportException("a file could not be closed: " + e.getMessage(), e);
        }
    }

    /** With several files, places name theirs. */
    private EventSink named(ImportFile file, EventSink sink) {
        return request.files().size() == 1 ? sink : new NamingSink(file.name(), sink);
    }

    /** Opens another file than the first one; empty after refusing it. */
    private Optional<OpenReading> next(ImportFile file) {
        try {
            return Optional.of(open(file));
        } catch (IOException e) {
            notes.refused(file, file.refused(e, 0, Optional.empty()));
        } catch (ImportException e) {
            notes.refused(file, e);
        }
        return Optional.empty();
    }

    private OpenReading open(ImportFile file) throws IOException {
        OpenReading reading = OpenReading.of(file.source(request.meter()), request.format(), options);
        open.add(reading);
        notes.format(reading.format().name());
        reading.source().assumptions().forEach(notes::assumed);
        return reading;
    }
}
