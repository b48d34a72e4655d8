package io.multichat.jobs.imports;

import io.multichat.events.Topics;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.events.publish.PublisherSettings;
import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Conducts one import. Importing the same file again is safe: the topology drops what it knows. */
public final class ImportRun {
    /** Tells the records of one import from all others; its value is random. No name with mc-, which the topology removes. */
    private static final String MARK = "import-id";

    private static final List<String> OUTPUTS = List.of(Topics.TRANSCRIPT, Topics.DEAD_LETTERS, Topics.SESSIONS);

    private final ImportRequest request;
    private final KafkaAccess kafka;
    private final ImportProgress progress;
    private final Header mark =
            new RecordHeader(MARK, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    public ImportRun(ImportRequest request, ImportProgress progress) {
        this.request = request;
        this.kafka = request.kafka();
        this.progress = progress;
    }

    /**
     * Publishes every line, and waits as it was asked to.
     *
     * @throws ImportException when it cannot go on
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     * @throws io.multichat.jobs.client.ServerException when the server does not answer
     */
    public ImportReport run() {
        long start = System.nanoTime();
        try (LineReader lines = new LineReader(request.file().open(), maxLineBytes())) {
            if (request.waitFor().isEmpty()) {
                return ImportReport.of(publish(lines), Optional.empty(), since(start));
            }
            return publishAndWait(lines, request.waitFor().get(), start);
        } catch (IOException e) {
            throw request.file().unreadable(e);
        }
    }

    private ImportReport publishAndWait(LineReader lines, WaitFor wait, long start) throws IOException {
        // Asked before anything is published, so that a wrong address is found in time.
        Accounting before = Accounting.ask(wait.server());
        try (Admin admin = kafka.admin();
                OutputFollower follower = new OutputFollower(kafka.follower(), outputs(admin), mark)) {
            Published published = publish(lines);
            GroupOffsets groups = new GroupOffsets(kafka, admin);

            progress.at(ImportProgress.Stage.WAITING_FOR_TOPOLOGY, published.read());
            StallGuard guard = new StallGuard(wait.stallTimeout());
            Accounting after = new TopologyWait(wait.server(), groups, kafka.deployment(), follower, guard)
                    .await(published.lastOffsets());
            follower.catchUp();
            Outcome outcome = follower.outcome();

            progress.at(ImportProgress.Stage.WAITING_FOR_SINKS, published.read());
            List<String> sinks = wait.sinks().toWaitFor(groups);
            new SinkWait(groups, new ArchiveNudge(wait.archive()), sinks)
                    .await(follower, new StallGuard(wait.stallTimeout()));
            ImportReport.Result result =
                    ImportReport.Result.of(published.count(), outcome, after.waiting() - before.waiting(), sinks);
            return ImportReport.of(published, Optional.of(result), since(start));
        }
    }

    private Published publish(LineReader lines) throws IOException {
        try (ChatPublisher publisher = kafka.publisher()) {
            LinePublisher published = new LinePublisher(publisher, mark);
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                published.publish(line.get());
                progress.at(ImportProgress.Stage.PUBLISHING, line.get().number());
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

    /** What a publisher takes beyond the limit of an event, so that the topology can refuse it with its reason. */
    private int maxLineBytes() {
        return kafka.deployment().eventMaxBytes() + PublisherSettings.ENVELOPE_BYTES / 2;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
