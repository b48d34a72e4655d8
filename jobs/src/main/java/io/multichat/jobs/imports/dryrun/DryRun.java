package io.multichat.jobs.imports.dryrun;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.formats.FileEvent;
import io.multichat.formats.Refusal;
import io.multichat.jobs.imports.read.FileReadings;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.read.ReadingNotes;
import io.multichat.jobs.imports.source.ImportException;
import java.io.IOException;

/** Reads files as an import does, without Kafka, and counts what it would publish. Events that would be refused are refused. */
public final class DryRun {
    private final ImportRequest request;
    private final ReadingNotes notes;
    private final ChatCounts counts = new ChatCounts();
    private final EventDecoder decoder = new EventDecoder();

    public DryRun(ImportRequest request) {
        this.request = request;
        this.notes = new ReadingNotes(request.rejects());
    }

    /**
     * Reads every file.
     *
     * @throws ImportException when the first file cannot be read or is not of the format
     */
    public DryRunReport run() {
        try (FileReadings files = new FileReadings(request, notes)) {
            files.read(part -> this::count);
        } catch (IOException e) {
            throw new ImportException("the file could not be closed: " + e.getMessage(), e);
        }
        return counts.report(notes.report());
    }

    private synchronized void count(FileEvent found) {
        if (found.value().isEmpty()) {
            notes.refused(new Refusal(found.place(), "larger than event.max.bytes"));
            return;
        }
        try {
            ChatEvent event = decoder.decode(found.value().get());
            request.clockSkew()
                    .problem(event)
                    .ifPresentOrElse(problem -> refuse(found, problem), () -> counts.add(event));
        } catch (InvalidEventException e) {
            refuse(found, e);
        }
    }

    private void refuse(FileEvent found, InvalidEventException problem) {
        notes.refused(new Refusal(found.place(), problem.getMessage()));
    }
}
