package io.multichat.jobs.imports;

import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.imports.read.FileReadings;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.read.NotingSink;
import io.multichat.jobs.imports.read.ReadingNotes;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.wait.ObservedOutput;
import io.multichat.jobs.wait.PipelineWait;
import io.multichat.jobs.wait.RunMark;
import io.multichat.jobs.wait.TopologyProgress;
import io.multichat.jobs.wait.WaitFor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One import. Importing the same file again is safe: the topology drops duplicates. */
public final class ImportRun {
    private final ImportRequest request;
    private final KafkaAccess kafka;
    private final Optional<WaitFor> waitFor;
    private final ImportProgress progress;
    private final LongSupplier stallClock;
    private final ReadingNotes notes;
    private final RunMark mark = RunMark.random("import-id");

    /**
     * Prepares an import.
     *
     * @param kafka where the events go
     * @param waitFor what to wait for; empty: return as soon as Kafka has all events
     * @param stallClock measures the time without progress, as {@link System#nanoTime} does
     */
    public ImportRun(
            ImportRequest request,
            KafkaAccess kafka,
            Optional<WaitFor> waitFor,
            ImportProgress progress,
            LongSupplier stallClock) {
        this.request = request;
        this.kafka = kafka;
        this.waitFor = waitFor;
        this.progress = progress;
        this.stallClock = stallClock;
        this.notes = new ReadingNotes(request.rejects());
    }

    /**
     * Publishes every event of the files, then waits as requested.
     *
     * @throws ImportException when the file cannot be read or does not hold events, or an event cannot be published
     * @throws io.multichat.jobs.wait.WaitFailedException when a wait makes no progress
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     * @throws io.multichat.jobs.client.ServerException when the server does not answer
     */
    public ImportReport run() {
        long start = System.nanoTime();
        try (FileReadings files = new FileReadings(request, notes)) {
            if (waitFor.isEmpty()) {
                return ImportReport.of(publish(files), notes.report(), Optional.empty(), since(start));
            }
            return publishAndWait(files, waitFor.get(), start);
        } catch (IOException e) {
            throw new ImportException("the file could not be closed: " + e.getMessage(), e);
        }
    }

    private ImportReport publishAndWait(FileReadings files, WaitFor wait, long start) {
        // Before anything is published, so that a wrong address fails early.
        TopologyProgress before = TopologyProgress.ask(wait.server());
        try (PipelineWait pipeline = new PipelineWait(kafka, wait, mark, (letter, value) -> {}, stallClock)) {
            PublishedEvents published = publish(files);

            progress.at(ImportProgress.Stage.WAITING_FOR_TOPOLOGY, published.read());
            TopologyProgress after = pipeline.awaitTopology(published.lastOffsets());
            ObservedOutput output = pipeline.observed();

            progress.at(ImportProgress.Stage.WAITING_FOR_SINKS, published.read());
            List<String> sinks = pipeline.awaitSinks();
            ImportReport.Result result =
                    ImportReport.Result.of(published.count(), output, after.waiting() - before.waiting(), sinks);
            return ImportReport.of(published, notes.report(), Optional.of(result), since(start));
        }
    }

    private PublishedEvents publish(FileReadings files) {
        try (ChatPublisher publisher = kafka.publisher()) {
            EventPublisher published = new EventPublisher(publisher, mark, request.clockSkew());
            try {
                files.read(new NotingSink(
                        notes, event -> progress.at(ImportProgress.Stage.PUBLISHING, published.publish(event))));
            } catch (ImportException e) {
                // It counts the events before the failure as published.
                published.finish();
                throw e;
            }
            return published.finish();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
