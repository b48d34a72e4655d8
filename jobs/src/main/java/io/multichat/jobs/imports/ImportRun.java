package io.multichat.jobs.imports;

import io.multichat.events.Topics;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.events.publish.PublisherSettings;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.FileEvent;
import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** One import. Importing the same file again is safe: the topology drops duplicates. */
public final class ImportRun {
    private static final List<String> OUTPUTS = List.of(Topics.TRANSCRIPT, Topics.DEAD_LETTERS, Topics.SESSIONS);

    private final ImportRequest request;
    private final KafkaAccess kafka;
    private final ImportProgress progress;
    private final LongSupplier stallClock;
    private final Header mark = new ImportMark(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    public ImportRun(ImportRequest request, ImportProgress progress) {
        this(request, progress, System::nanoTime);
    }

    /** @param stallClock measures the time without progress, as {@link System#nanoTime} does */
    public ImportRun(ImportRequest request, ImportProgress progress, LongSupplier stallClock) {
        this.request = request;
        this.kafka = request.kafka();
        this.progress = progress;
        this.stallClock = stallClock;
    }

    /**
     * Publishes every event of the file, then waits as requested.
     *
     * @throws ImportException when the file cannot be read or does not hold events, an event cannot be published, or a wait makes no progress
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     * @throws io.multichat.jobs.client.ServerException when the server does not answer
     */
    public ImportReport run() {
        long start = System.nanoTime();
        try (EventReader events = RecognizedEvents.open(request.file(), request.format(), maxEventBytes())) {
            if (request.waitFor().isEmpty()) {
                return ImportReport.of(publish(events), Optional.empty(), since(start));
            }
            return publishAndWait(events, request.waitFor().get(), start);
        } catch (IOException e) {
            throw new ImportException("the file could not be closed: " + e.getMessage(), e);
        }
    }

    private ImportReport publishAndWait(EventReader events, WaitFor wait, long start) {
        // Before anything is published, so that a wrong address fails early.
        TopologyProgress before = TopologyProgress.ask(wait.server());
        try (Admin admin = kafka.admin();
                OutputFollower follower = new OutputFollower(kafka.follower(), outputs(admin), mark)) {
            PublishedEvents published = publish(events);
            GroupOffsets groups = new GroupOffsets(kafka, admin);

            progress.at(ImportProgress.Stage.WAITING_FOR_TOPOLOGY, published.read());
            StallGuard guard = new StallGuard(wait.stallTimeout(), stallClock);
            TopologyProgress after = new TopologyWait(wait.server(), groups, kafka.deployment(), follower, guard)
                    .await(published.lastOffsets());
            follower.catchUp();
            ObservedOutput output = follower.observed();

            progress.at(ImportProgress.Stage.WAITING_FOR_SINKS, published.read());
            List<String> sinks = wait.sinks().toWaitFor(groups);
            new SinkWait(groups, new ArchiveNudge(wait.archive()), sinks)
                    .await(follower, new StallGuard(wait.stallTimeout(), stallClock));
            ImportReport.Result result =
                    ImportReport.Result.of(published.count(), output, after.waiting() - before.waiting(), sinks);
            return ImportReport.of(published, Optional.of(result), since(start));
        }
    }

    private PublishedEvents publish(EventReader events) {
        try (ChatPublisher publisher = kafka.publisher()) {
            EventPublisher published = new EventPublisher(publisher, mark, request.clockSkew());
            Optional<EventPlace> last = Optional.empty();
            try {
                for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
                    last = Optional.of(event.get().place());
                    progress.at(ImportProgress.Stage.PUBLISHING, published.publish(event.get()));
                }
            } catch (IOException e) {
                throw request.file().unreadable(e, published.finish().count(), last);
            }
            return published.finish();
        }
    }

    private List<TopicPartition> outputs(Admin admin) {
        return kafka.answer(admin.describeTopics(OUTPUTS).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Larger than an event may be, so that the topology can refuse a slightly too large one with its reason. */
    private int maxEventBytes() {
        return kafka.deployment().eventMaxBytes() + PublisherSettings.ENVELOPE_BYTES / 2;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
