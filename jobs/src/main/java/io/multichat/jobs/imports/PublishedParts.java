package io.multichat.jobs.imports;

import io.multichat.formats.FileEvent;
import io.multichat.jobs.imports.journal.ImportJournal;
import io.multichat.jobs.imports.journal.LogEnd;
import io.multichat.jobs.imports.read.Part;
import io.multichat.jobs.imports.read.PartReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Publishes the events of all parts, except those that an interrupted import published, and keeps the journal. Thread-safe: readers
 * work at the same time, but one of them publishes at a time.
 */
final class PublishedParts implements PartReceiver {
    /** A kill costs the time to publish this many events again; each checkpoint waits for Kafka, so they must be rare. */
    private static final int CHECKPOINT_EVENTS = 50_000;

    private final EventPublisher events;
    private final Optional<ImportJournal> journal;
    private final ImportProgress progress;
    private final Map<Part, PartSink> unfinished = new TreeMap<>();
    private long sinceCheckpoint;

    PublishedParts(EventPublisher events, Optional<ImportJournal> journal, ImportProgress progress) {
        this.events = events;
        this.journal = journal;
        this.progress = progress;
    }

    @Override
    public synchronized Consumer<FileEvent> begin(Part part) {
        PartSink sink =
                new PartSink(this, journal.map(known -> known.delivered(part)).orElse(0L));
        unfinished.put(part, sink);
        return sink;
    }

    @Override
    public synchronized void end(Part part) {
        unfinished.remove(part);
        journal.ifPresent(known -> known.reached(part, ImportJournal.ALL));
    }

    /** Waits until Kafka has everything, and writes that into the journal. */
    synchronized void checkpoint() {
        List<LogEnd> ends = events.flush();
        sinceCheckpoint = 0;
        if (journal.isPresent()) {
            unfinished.forEach((part, sink) -> journal.get().reached(part, sink.reached()));
            journal.get().save(ends);
        }
    }

    private synchronized void publish(FileEvent event, boolean known) {
        progress.at(ImportProgress.Stage.PUBLISHING, known ? events.skip() : events.publish(event));
        if (!known && journal.isPresent() && ++sinceCheckpoint >= CHECKPOINT_EVENTS) {
            checkpoint();
        }
    }

    /** Counts the events of one part. */
    private static final class PartSink implements Consumer<FileEvent> {
        private final PublishedParts parts;
        private final long delivered;
        private final AtomicLong count = new AtomicLong();

        /** @param delivered how many events an interrupted import published */
        PartSink(PublishedParts parts, long delivered) {
            this.parts = parts;
            this.delivered = delivered;
        }

        @Override
        public void accept(FileEvent event) {
            parts.publish(event, count.get() < delivered);
            count.incrementAndGet();
        }

        /** How many events Kafka has, once it has all that were passed on. */
        long reached() {
            return Math.max(count.get(), delivered);
        }
    }
}
