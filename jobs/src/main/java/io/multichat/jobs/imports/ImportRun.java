package io.multichat.jobs.imports;

import io.multichat.events.erasure.ImportHeader;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.imports.journal.ImportIdentity;
import io.multichat.jobs.imports.journal.ImportJournal;
import io.multichat.jobs.imports.journal.LogCheck;
import io.multichat.jobs.imports.journal.LogEnd;
import io.multichat.jobs.imports.read.FileReadings;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.read.ReadingNotes;
import io.multichat.jobs.imports.source.FileListing;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.wait.ObservedOutput;
import io.multichat.jobs.wait.PipelineWait;
import io.multichat.jobs.wait.RunMark;
import io.multichat.jobs.wait.TopologyProgress;
import io.multichat.jobs.wait.WaitFor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;

/** One import. Importing the same file again is safe: the topology drops duplicates. */
public final class ImportRun {
    private final ImportRequest request;
    private final KafkaAccess kafka;
    private final Optional<WaitFor> waitFor;
    private final ImportProgress progress;
    private final LongSupplier stallClock;
    private final ReadingNotes notes;
    private final RunMark mark = RunMark.random(ImportHeader.KEY);

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
            Optional<ImportJournal> journal = request.journal().flatMap(file -> journal(file, files.listings()));
            ImportReport report = waitFor.isEmpty()
                    ? ImportReport.of(publish(files, journal), notes.report(), Optional.empty(), since(start))
                    : publishAndWait(files, journal, start);
            journal.ifPresent(ImportJournal::delete);
            return report;
        } catch (IOException e) {
            throw new ImportException("the file could not be closed: " + e.getMessage(), e);
        }
    }

    /** The journal, for files that can be read again. */
    private Optional<ImportJournal> journal(Path file, List<FileListing> listings) {
        String topic = kafka.deployment().inputTopics().get(0);
        try (Admin admin = kafka.admin();
                Consumer<byte[], byte[]> consumer = kafka.follower()) {
            TopicDescription described = kafka.answer(
                            admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic);
            Optional<ImportJournal> journal = ImportIdentity.of(
                            request, listings, described.topicId().toString())
                    .map(identity -> ImportJournal.open(file, identity));
            if (journal.filter(ImportJournal::isOfAnotherImport).isPresent()) {
                notes.assumed("The journal " + file
                        + " is of another import, or the files have changed since, so all of" + " them is published.");
            }
            journal.filter(known -> !LogCheck.has(consumer, ImportHeader.KEY, known.ends()))
                    .ifPresent(known -> {
                        notes.assumed("Kafka does not have what an interrupted import published, so all of it is"
                                + " published again.");
                        known.forget();
                    });
            return journal;
        }
    }

    private ImportReport publishAndWait(FileReadings files, Optional<ImportJournal> journal, long start) {
        WaitFor wait = waitFor.orElseThrow();
        // Before anything is published, so that a wrong address fails early.
        TopologyProgress before = TopologyProgress.ask(wait.server());
        try (PipelineWait pipeline = new PipelineWait(kafka, wait, mark, (letter, value) -> {}, stallClock)) {
            PublishedEvents published = publish(files, journal);

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

    private PublishedEvents publish(FileReadings files, Optional<ImportJournal> journal) {
        try (ChatPublisher publisher = kafka.publisher()) {
            List<LogEnd> earlier = journal.map(ImportJournal::ends).orElse(List.of());
            EventPublisher events = new EventPublisher(publisher, mark, request.clockSkew(), earlier);
            PublishedParts parts = new PublishedParts(events, journal, progress);
            try {
                files.read(parts);
            } catch (ImportException e) {
                // It counts the events before the failure as published.
                parts.checkpoint();
                throw e;
            }
            parts.checkpoint();
            return events.finish();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
